package dev.retune.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.retune.dataset.Split;
import dev.retune.document.Chunk;
import dev.retune.document.NoLocator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SplitterTest {
  private static final Shares SHARES = new Shares(.7, .15, .15);
  private final List<Chunk> chunks = new ArrayList<>();
  private final List<PairRow> rows = new ArrayList<>();

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private Chunk chunk(String document, int ordinal, String text) {
    var chunk =
        new Chunk(
            id(document + ordinal), id(document), ordinal, text, List.of(), 5, new NoLocator());
    chunks.add(chunk);
    return chunk;
  }

  private PairRow pair(String question, Chunk chunk, @Nullable Split split) {
    var row =
        new PairRow(
            id(question + chunk.id()),
            id(question),
            chunk.id(),
            question,
            chunk.text(),
            List.of(),
            chunk.documentId(),
            "d",
            1,
            3,
            ReviewStatus.ACCEPTED,
            split,
            Origin.PERSON,
            null);
    rows.add(row);
    return row;
  }

  private void documents(int count, int passages) {
    for (int d = 0; d < count; d++) {
      for (int c = 0; c < passages; c++) {
        var chunk = chunk("doc" + d, c, "Passage %d of document %d".formatted(c, d));
        pair("a" + d + "-" + c, chunk, null);
        pair("b" + d + "-" + c, chunk, null);
      }
    }
  }

  private Map<UUID, Split> split(SplitMethod method) {
    return Splitter.split(rows, chunks, new SplitOptions(method, SHARES, 7, false));
  }

  private static Split of(Map<UUID, Split> splits, PairRow row) {
    return Objects.requireNonNull(splits.get(row.id()));
  }

  @ParameterizedTest
  @EnumSource(SplitMethod.class)
  void questionsOfOnePassageStayTogetherAndSharesAreKept(SplitMethod method) {
    documents(20, 12);
    var splits = split(method);
    assertThat(splits).hasSize(rows.size());
    var ofChunk = new HashMap<UUID, Split>();
    for (var row : rows) {
      var before = ofChunk.putIfAbsent(row.chunkId(), of(splits, row));
      assertThat(before == null || before == of(splits, row)).isTrue();
    }
    var counts =
        splits.values().stream().collect(Collectors.groupingBy(s -> s, Collectors.counting()));
    assertThat(counts.get(Split.TRAIN) / (double) rows.size()).isCloseTo(.7, within(.06));
    assertThat(counts.get(Split.VALIDATION) / (double) rows.size()).isCloseTo(.15, within(.06));
    assertThat(counts.get(Split.TEST) / (double) rows.size()).isCloseTo(.15, within(.06));
  }

  @Test
  void aDocumentStaysWhole() {
    documents(20, 12);
    var splits = split(SplitMethod.BY_DOCUMENT);
    var of = new HashMap<UUID, Set<Split>>();
    rows.forEach(
        row -> of.computeIfAbsent(row.documentId(), _ -> new HashSet<>()).add(of(splits, row)));
    assertThat(of.values()).allMatch(set -> set.size() == 1);
  }

  @Test
  void pageRangesAreStretchesOfNeighbours() {
    documents(1, 120);
    var splits = split(SplitMethod.BY_PAGE_RANGE);
    int changes = 0;
    for (int i = 2; i < rows.size(); i++) {
      changes += of(splits, rows.get(i)) == of(splits, rows.get(i - 1)) ? 0 : 1;
    }
    assertThat(changes).isBetween(2, 11);
  }

  @Test
  void sameTextsOverlapsAndSharedQueriesDoNotLeak() {
    documents(8, 8);
    var copy = "The same   Passage in two documents";
    var one = pair("x", chunk("e", 0, copy), null);
    var other = pair("y", chunk("f", 0, copy.toLowerCase(java.util.Locale.ROOT)), null);
    var end = "and this sentence stands in both of them.";
    var before = pair("z", chunk("g", 0, "Something first, " + end), null);
    var after = pair("w", chunk("g", 1, end + " Something more."), null);
    var left = pair("shared", chunk("h", 0, "left"), null);
    var right = pair("shared", chunk("i", 0, "right"), null);
    for (long seed = 0; seed < 30; seed++) {
      var splits =
          Splitter.split(rows, chunks, new SplitOptions(SplitMethod.RANDOM, SHARES, seed, false));
      assertThat(of(splits, one)).isEqualTo(of(splits, other));
      assertThat(of(splits, before)).isEqualTo(of(splits, after));
      assertThat(of(splits, left)).isEqualTo(of(splits, right));
    }
  }

  @Test
  void theSameQuestionInTwoQueriesIsOne() {
    documents(8, 8);
    var one = pair("What is it?", chunk("h", 0, "left"), null);
    var other = pair("what  is it?", chunk("i", 0, "right"), null);
    for (long seed = 0; seed < 30; seed++) {
      var splits =
          Splitter.split(rows, chunks, new SplitOptions(SplitMethod.RANDOM, SHARES, seed, false));
      assertThat(of(splits, one)).isEqualTo(of(splits, other));
    }
  }

  @Test
  void aRejectedPairGoesWithItsPassageAndCountsForNothing() {
    documents(8, 8);
    var without = split(SplitMethod.RANDOM);
    var rejected = new ArrayList<PairRow>();
    for (var row : List.copyOf(rows)) {
      var again = with(row, id("r" + row.id()), Split.TEST, ReviewStatus.REJECTED);
      rejected.add(again);
      rows.add(again);
    }
    var alone = pair("nobody", chunk("x", 0, "Rejected altogether."), Split.TEST);
    rows.set(rows.indexOf(alone), with(alone, alone.id(), Split.TEST, ReviewStatus.REJECTED));
    var splits = split(SplitMethod.RANDOM);
    without.forEach((id, split) -> assertThat(splits).containsEntry(id, split));
    for (var row : rejected) {
      var other = rows.stream().filter(r -> r.chunkId().equals(row.chunkId())).findFirst();
      assertThat(of(splits, row)).isEqualTo(of(splits, other.orElseThrow()));
    }
    assertThat(splits).doesNotContainKey(alone.id());
  }

  @Test
  void aLongChainOfSharedQuestionsIsOneGroup() {
    var links = new ArrayList<Chunk>();
    for (int i = 0; i < 20_000; i++) {
      links.add(chunk("chain", i, "Link " + i));
      pair("q" + i, links.get(i), null);
    }
    for (int i = links.size() - 2; i >= 0; i--) {
      pair("q" + i, links.get(i + 1), null);
    }
    assertThat(split(SplitMethod.RANDOM).values()).containsOnly(Split.TRAIN);
  }

  @Test
  void aDocumentOfOverlappingPassagesIsStillSplit() {
    for (int i = 0; i < 100; i++) {
      var text =
          "The tail of passage number %d is here. New text %d. The tail of passage number %d is here."
              .formatted(i, i, i + 1);
      pair("q" + i, chunk("long", i, text), null);
    }
    assertThat(split(SplitMethod.RANDOM).values()).contains(Split.values());
  }

  @Test
  void theSeedDecidesAndAddingRowsMovesNone() {
    documents(10, 10);
    var first = split(SplitMethod.RANDOM);
    assertThat(split(SplitMethod.RANDOM)).isEqualTo(first);
    assertThat(Splitter.split(rows, chunks, new SplitOptions(SplitMethod.RANDOM, SHARES, 8, false)))
        .isNotEqualTo(first);
    var placed = new ArrayList<PairRow>();
    for (var row : rows) {
      placed.add(with(row, of(first, row)));
    }
    rows.clear();
    rows.addAll(placed);
    documents(14, 10);
    var grown = new ArrayList<>(rows.subList(0, placed.size()));
    rows.stream().skip(placed.size() + 200L).forEach(grown::add);
    var again =
        Splitter.split(grown, chunks, new SplitOptions(SplitMethod.RANDOM, SHARES, 99, false));
    placed.forEach(row -> assertThat(of(again, row)).isEqualTo(row.split()));
  }

  @Test
  void withoutTestShareNothingIsTest() {
    documents(6, 6);
    var options = new SplitOptions(SplitMethod.RANDOM, new Shares(.75, .25, 0), 1, false);
    assertThat(Splitter.split(rows, chunks, options).values())
        .containsOnly(Split.TRAIN, Split.VALIDATION);
  }

  private static PairRow with(PairRow row, Split split) {
    return with(row, row.id(), split, row.status());
  }

  private static PairRow with(PairRow row, UUID id, Split split, ReviewStatus status) {
    return new PairRow(
        id,
        row.queryId(),
        row.chunkId(),
        row.question(),
        row.passage(),
        row.headingPath(),
        row.documentId(),
        row.documentName(),
        row.firstPage(),
        row.relevance(),
        status,
        split,
        row.origin(),
        row.answer());
  }
}
