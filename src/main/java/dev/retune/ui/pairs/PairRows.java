package dev.retune.ui.pairs;

import dev.retune.pair.PairRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The pairs in the order of the table, found by id at once however many there are.
final class PairRows {
  /// From so many changed rows on, the list is replaced as a whole: each single change costs a pass
  /// over the filter.
  private static final int MANY = 40;

  private final ObservableList<PairRow> list = FXCollections.observableArrayList();
  private final Map<UUID, Integer> places = new HashMap<>();
  private final Map<UUID, Integer> natural = new HashMap<>();

  ObservableList<PairRow> list() {
    return list;
  }

  void load(List<PairRow> rows) {
    natural.clear();
    rows.forEach(row -> natural.put(row.id(), natural.size()));
    replace(rows);
  }

  /// Whether these are the rows that are here, whatever their order.
  boolean holds(List<PairRow> rows) {
    return rows.size() == list.size()
        && rows.stream().allMatch(row -> find(row.id()).filter(row::equals).isPresent());
  }

  /// Puts the rows in another order; rows that came meanwhile stay at the end.
  void reorder(List<PairRow> ordered) {
    var known = new HashSet<UUID>();
    var next = new ArrayList<PairRow>(list.size());
    for (var row : ordered) {
      known.add(row.id());
      find(row.id()).ifPresent(next::add);
    }
    list.stream().filter(row -> !known.contains(row.id())).forEach(next::add);
    replace(next);
  }

  /// The order in which they were read and added.
  Comparator<PairRow> naturalOrder() {
    var order = Map.copyOf(natural);
    return Comparator.comparingInt(row -> order.getOrDefault(row.id(), Integer.MAX_VALUE));
  }

  /// Whether the pair was here once and is not now: when it returns, it has a place.
  boolean cameBack(UUID id) {
    return natural.containsKey(id) && index(id) < 0;
  }

  int index(UUID id) {
    return places.getOrDefault(id, -1);
  }

  Optional<PairRow> find(UUID id) {
    var at = index(id);
    return at < 0 ? Optional.empty() : Optional.of(list.get(at));
  }

  /// Takes over `fresh`; touched rows that are not among them are taken out.
  void refresh(Iterable<UUID> touched, List<PairRow> fresh) {
    var gone = new HashSet<UUID>();
    touched.forEach(gone::add);
    fresh.forEach(row -> gone.remove(row.id()));
    gone.removeIf(id -> index(id) < 0);
    var added = fresh.stream().filter(row -> index(row.id()) < 0).toList();
    if (gone.isEmpty() && fresh.size() < MANY) {
      fresh.stream().filter(row -> index(row.id()) >= 0).forEach(this::set);
      append(added);
      return;
    }
    var next = new ArrayList<PairRow>(list);
    fresh.stream()
        .filter(row -> index(row.id()) >= 0)
        .forEach(row -> next.set(index(row.id()), row));
    next.removeIf(row -> gone.contains(row.id()));
    next.addAll(added);
    added.forEach(row -> natural.putIfAbsent(row.id(), natural.size()));
    if (!next.equals(list)) {
      replace(next);
    }
  }

  private void set(PairRow row) {
    var at = index(row.id());
    if (!list.get(at).equals(row)) {
      list.set(at, row);
    }
  }

  private void append(List<PairRow> added) {
    for (var row : added) {
      natural.putIfAbsent(row.id(), natural.size());
      places.put(row.id(), places.size());
    }
    list.addAll(added);
  }

  private void replace(List<PairRow> rows) {
    places.clear();
    for (var i = 0; i < rows.size(); i++) {
      places.put(rows.get(i).id(), i);
    }
    list.setAll(rows);
  }
}
