package dev.retune.pair;

import dev.retune.dataset.Split;
import dev.retune.document.Chunk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Shares pairs out to train, validation and test without leaks.
///
/// The rule. Passages that must not be torn apart form a group: those asked by one question (two of
/// the same words are one) and those with the same text (capitals and spaces aside). To these
/// [SplitMethod#RANDOM] adds runs of neighbours under one heading that repeat part of each other;
/// [SplitMethod#BY_DOCUMENT] the passages of a document; [SplitMethod#BY_PAGE_RANGE] stretches of a
/// document that share no page. All pairs of a group go to the same split, so two questions of one
/// passage always do.
///
/// A group with a pair that has a split already goes there (to the strictest, test before
/// validation before train, if people mixed them), so adding rows never moves old ones. The other
/// groups are drawn in an order that depends only on the seed and on what they hold, and each goes
/// to the split that is furthest below its share. Groups too large for a share fill the training
/// split. Rejected pairs count for nothing, but go where their group goes, so that accepting one
/// later leaks nothing either; where a group has no other pairs they stay as they are.
public final class Splitter {
  /// A document is cut into about so many stretches of pages.
  private static final int STRETCHES = 12;

  /// So many overlapping neighbours stay together at most.
  static final int RUN = 4;

  private final SplitOptions options;
  private final Map<Split, Double> shares = new EnumMap<>(Split.class);
  private final Map<Split, Integer> sizes = new EnumMap<>(Split.class);

  private Splitter(SplitOptions options) {
    this.options = options;
    shares.put(Split.TRAIN, options.shares().train());
    shares.put(Split.VALIDATION, options.shares().validation());
    shares.put(Split.TEST, options.shares().test());
    shares.keySet().forEach(split -> sizes.put(split, 0));
  }

  /// @param rows the pairs to split, of any status
  /// @param chunks the passages they point at, with those around them
  /// @return a split for each row whose group is not rejected altogether, by the row's id
  public static Map<UUID, Split> split(
      Collection<PairRow> rows, Collection<Chunk> chunks, SplitOptions options) {
    return new Splitter(options).assign(List.copyOf(rows), List.copyOf(chunks));
  }

  /// Pairs that stay together.
  ///
  /// @param all of them
  /// @param counted those that are not rejected
  /// @param draw its place in the order of drawing
  private record Group(List<PairRow> all, List<PairRow> counted, long draw) {}

  private Map<UUID, Split> assign(List<PairRow> rows, List<Chunk> chunks) {
    var assigned = new HashMap<UUID, Split>();
    var open = new ArrayList<Group>();
    for (var group : groups(rows, chunks)) {
      var fixed = options.again() ? null : strictest(group.counted());
      if (fixed == null) {
        open.add(group);
      } else {
        put(group, fixed, assigned);
      }
    }
    open.sort(
        Comparator.comparingLong(Group::draw)
            .thenComparing(group -> group.counted().getFirst().id()));
    int counted = (int) rows.stream().filter(Splitter::counts).count();
    for (var group : open) {
      put(group, neediest(counted, group.counted().size()), assigned);
    }
    return assigned;
  }

  private static boolean counts(PairRow row) {
    return row.status() != ReviewStatus.REJECTED;
  }

  private List<Group> groups(List<PairRow> rows, List<Chunk> chunks) {
    var grouping = new SplitGroups(chunks);
    grouping.joinQuestions(rows);
    switch (options.method()) {
      case RANDOM -> grouping.joinOverlaps(RUN);
      case BY_DOCUMENT -> grouping.joinDocuments();
      case BY_PAGE_RANGE -> grouping.joinStretches(STRETCHES);
    }
    var groups = new LinkedHashMap<UUID, List<PairRow>>();
    for (var row : rows) {
      groups.computeIfAbsent(grouping.root(row.chunkId()), _ -> new ArrayList<>()).add(row);
    }
    var split = new ArrayList<Group>();
    for (var all : groups.values()) {
      var counted = all.stream().filter(Splitter::counts).toList();
      if (!counted.isEmpty()) {
        split.add(new Group(all, counted, draw(counted)));
      }
    }
    return split;
  }

  private static @Nullable Split strictest(List<PairRow> group) {
    return group.stream()
        .map(PairRow::split)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /// A number that the seed and the first passage's text decide, spread evenly (SplitMix64).
  private long draw(List<PairRow> group) {
    var text = group.stream().map(PairRow::passage).min(Comparator.naturalOrder()).orElse("");
    long bits = options.seed() * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < text.length(); i++) {
      bits = (bits ^ text.charAt(i)) * 0xBF58476D1CE4E5B9L;
      bits ^= bits >>> 29;
    }
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }

  /// The split furthest below its share for which the group is not too large.
  private Split neediest(int all, int group) {
    var best = Split.TRAIN;
    double need = Double.NEGATIVE_INFINITY;
    for (var split : Split.values()) {
      double target = shares.getOrDefault(split, 0.0) * all;
      double missing = target - sizes.getOrDefault(split, 0);
      boolean fits = split == Split.TRAIN || (target > 0 && group <= Math.max(1, 1.5 * missing));
      double relative = target == 0 ? Double.NEGATIVE_INFINITY : missing / target;
      if (fits && relative > need) {
        need = relative;
        best = split;
      }
    }
    return best;
  }

  private void put(Group group, Split split, Map<UUID, Split> assigned) {
    group.all().forEach(row -> assigned.put(row.id(), split));
    sizes.merge(split, group.counted().size(), Integer::sum);
  }
}
