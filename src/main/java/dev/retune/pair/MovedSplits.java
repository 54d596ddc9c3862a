package dev.retune.pair;

import dev.retune.dataset.Split;
import dev.retune.document.Chunk;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps splits without leaks when cutting documents anew brings pairs to other passages.
///
/// Two pairs are linked if they are of one question, of one passage, or of two that [Splitter]
/// keeps together (the same text, neighbours that repeat part of each other). Where passages come
/// together that were apart, or a pair returns to its question, all that are linked there go to the
/// strictest split among them, test before validation before train. So do those that stood in the
/// same split as one of these and are linked with it, in whatever document, and so on. What a
/// person split otherwise stays as it is: no two linked pairs stand in different splits that were
/// not linked and in different splits before.
final class MovedSplits {
  private final Map<UUID, UUID> parents = new HashMap<>();
  private final List<Placed> pairs;

  private MovedSplits(List<Placed> pairs) {
    this.pairs = pairs;
  }

  /// A pair that is in the table afterwards and has a split.
  ///
  /// @param question what [SplitGroups#question] makes of it
  /// @param from its passage so far; null if the pair was not in the table
  /// @param to its passage from now on
  record Placed(UUID id, String question, @Nullable UUID from, UUID to, Split split) {}

  /// The split of each pair from now on.
  ///
  /// @param pairs of the whole project
  /// @param before chunks that were in force
  /// @param after chunks that are in force now
  static Map<UUID, Split> of(
      List<Placed> pairs, Collection<Chunk> before, Collection<Chunk> after) {
    var splits = new MovedSplits(pairs);
    var former = groups(before);
    var now = groups(after);
    splits.link(groupsOf(pairs, Placed::question), _ -> "");
    splits.link(groupsOf(pairs, Placed::to), MovedSplits::origin);
    splits.link(groupsOf(pairs, pair -> now.root(pair.to())), pair -> former.root(origin(pair)));
    return splits.levelled();
  }

  private static SplitGroups groups(Collection<Chunk> chunks) {
    var groups = new SplitGroups(chunks);
    groups.joinOverlaps(Splitter.RUN);
    return groups;
  }

  /// The former passage; for a pair that had none, something that is no passage.
  private static UUID origin(Placed pair) {
    return pair.from() == null ? pair.id() : pair.from();
  }

  private static Collection<List<Placed>> groupsOf(
      List<Placed> pairs, Function<Placed, Object> key) {
    return pairs.stream().collect(Collectors.groupingBy(key)).values();
  }

  /// @param former what was alike for all of a group if it is none that came together now
  private void link(Collection<List<Placed>> groups, Function<Placed, Object> former) {
    for (var group : groups) {
      var origins = new HashSet<>();
      group.forEach(pair -> origins.add(former.apply(pair)));
      boolean together = origins.size() > 1 || group.stream().anyMatch(pair -> pair.from() == null);
      var first = new HashMap<Object, UUID>();
      for (var pair : group) {
        var other = first.putIfAbsent(together ? "" : pair.split(), pair.id());
        if (other != null) {
          parents.put(root(pair.id()), root(other));
        }
      }
    }
  }

  private UUID root(UUID pair) {
    var root = pair;
    for (var up = parents.get(root); up != null && !up.equals(root); up = parents.get(root)) {
      root = up;
    }
    for (var at = pair; !at.equals(root); ) {
      var up = parents.put(at, root);
      at = up == null ? root : up;
    }
    return root;
  }

  private Map<UUID, Split> levelled() {
    var strictest = new HashMap<UUID, Split>();
    for (var pair : pairs) {
      strictest.merge(root(pair.id()), pair.split(), (a, b) -> a.compareTo(b) < 0 ? b : a);
    }
    var splits = new HashMap<UUID, Split>();
    for (var pair : pairs) {
      splits.put(pair.id(), strictest.getOrDefault(root(pair.id()), pair.split()));
    }
    return splits;
  }
}
