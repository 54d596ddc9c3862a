package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.encoder.TokenCounter;
import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Passages that begin in the middle of a long table.
class TableHeadsTest extends WithProject {
  private static final TokenCounter WORDS = text -> text.strip().split("\\s+").length;
  private static final int LIMIT = 256;

  private List<Chunk> imported(Path file, ChunkingOptions options) {
    new DocumentImporter(
            project, tokens, options, new LetterCounts(), Clock.systemUTC(), ReadingOptions.plain())
        .importFiles(List.of(file), Progress.none());
    return store.chunks(store.documents().getLast().id());
  }

  /// A table of donations that goes on over five pages.
  @ParameterizedTest
  @EnumSource(ChunkingMethod.class)
  void everyPieceOfATableOverSeveralPagesNamesItsColumns(ChunkingMethod method) {
    var file = TestData.shared("pdf/tabula/schools.pdf");
    var chunks = imported(file, new ChunkingOptions(method, LIMIT, 0, 0));
    var document = store.documents().getLast();
    var pieces = chunks.stream().filter(chunk -> chunk.text().startsWith("| ")).skip(1).toList();
    assertThat(pieces).hasSizeGreaterThan(10);
    assertThat(pieces.getLast().locator().firstPage()).isEqualTo(5);
    for (var piece : pieces) {
      assertThat(piece.head())
          .isEqualTo(
              "| Last Name | First Name | Address | City | State | Zip | Occupation | Employer"
                  + " | Date | Amount |\n"
                  + "| --- ".repeat(10)
                  + "|");
      assertThat(piece.tokens()).isEqualTo(tokens.count(piece.whole())).isLessThanOrEqualTo(LIMIT);
      assertThat(piece.text()).doesNotContain("Last Name");
      var table = (MarkdownTable) PassagePart.of(piece.whole()).getFirst();
      assertThat(table.sentence(table.rows().getFirst())).contains("Amount: ");
    }
    // What is highlighted and corrected is the range of the page, without what stands elsewhere.
    var text = new CutStore(project).text(document.id()).orElseThrow();
    for (var chunk : chunks) {
      assertThat(text.range(chunk.locator()).of(text.text())).isEqualTo(chunk.text());
    }
    var again =
        new Rechunker(project, tokens, new ChunkingOptions(method, LIMIT, 0, 0), new LetterCounts())
            .cut(List.of(document), Progress.none());
    assertThat(again.documents().getFirst().after())
        .extracting(PlacedChunk::chunk)
        .isEqualTo(chunks);
  }

  @Test
  void theCaptionStandsInFrontToo() {
    var chunks =
        imported(
            TestData.shared("pdf/icdar2013/eu-004.pdf"),
            new ChunkingOptions(ChunkingMethod.SENTENCES, LIMIT, 0, 0));
    assertThat(chunks)
        .filteredOn(chunk -> chunk.text().startsWith("| Portugal | 55 | 70 |"))
        .singleElement()
        .satisfies(chunk ->
            assertThat(chunk.whole())
                .startsWith(
                    "Table 6.8: Franchising across the member states\n|  | number of franchisors"
                        + " 1993 | number of franchisors 1994 | number of franchisees 1993 |"
                        + " number of franchisees 1994 |\n| --- |"));
  }

  @Test
  void aHeadTakesAThirdAtMostAndSaysSomething() {
    var head = "Table 1 Loads of all the pumps\n| Pump | Load |\n| --- | --- |";
    var text = head + "\n| A | 1 |\n| B | 2 |\nThe end.";
    int row = text.indexOf("| B");
    int words = WORDS.count(head);
    assertThat(TableHeads.of(text, WORDS, 3 * words).at(row)).isEqualTo(head);
    assertThat(TableHeads.of(text, WORDS, 3 * words).tokens(row)).isEqualTo(words);
    assertThat(TableHeads.of(text, WORDS, 3 * words - 1).at(row)).startsWith("| Pump | Load |\n");
    assertThat(TableHeads.of(text, WORDS, 20).at(row)).isEmpty();
    var all = TableHeads.of(text, WORDS, 200);
    assertThat(all.at(0)).isEmpty();
    assertThat(all.at(text.indexOf("| Pump"))).isEmpty();
    assertThat(all.at(text.indexOf("The end"))).isEmpty();
    assertThat(TableHeads.of("|  |  |\n| --- | --- |\n| A | 1 |", WORDS, 200).at(24)).isEmpty();
  }

  @Test
  void anotherTableWithTheSameHeadingsKeepsThem() throws IOException {
    var text = new StringBuilder();
    for (var name : List.of("A", "B")) {
      text.append("Before it.\n\n| Pump | L0ad |\n| --- | --- |\n");
      for (int i = 0; i < 40; i++) {
        text.append("| %s%d | %d kW |\n".formatted(name, i, 7 * i));
      }
      text.append("\nAfter it.\n\n");
    }
    var chunks =
        imported(
            Files.writeString(temp.resolve("t.md"), text),
            new ChunkingOptions(ChunkingMethod.SENTENCES, 64, 0, 0));
    var first = chunks.getFirst();

    new CorrectionStore(project, tokens, "me", Clock.systemUTC())
        .correct(first.id(), first.text().replace("L0ad", "Load"));

    var corrected = store.chunks(first.documentId());
    assertThat(corrected.stream().filter(chunk -> chunk.text().startsWith("| A")))
        .extracting(Chunk::head)
        .isNotEmpty()
        .containsOnly("| Pump | Load |\n| --- | --- |");
    assertThat(corrected.stream().filter(chunk -> chunk.text().startsWith("| B")))
        .extracting(Chunk::head)
        .isNotEmpty()
        .containsOnly("| Pump | L0ad |\n| --- | --- |");
  }

  @Test
  void aCorrectedHeadIsCorrectedInFrontOfEveryPieceAndBackAgain() throws IOException {
    var rows = new StringBuilder("Before it.\n\n| Pump | L0ad |\n| --- | --- |\n");
    for (int i = 0; i < 60; i++) {
      rows.append("| P%d | %d kW |\n".formatted(i, 7 * i));
    }
    var chunks =
        imported(
            Files.writeString(temp.resolve("t.md"), rows),
            new ChunkingOptions(ChunkingMethod.SENTENCES, 64, 0, 0));
    assertThat(chunks).hasSizeGreaterThan(5);
    assertThat(chunks.subList(1, chunks.size()))
        .allMatch(chunk -> chunk.head().equals("| Pump | L0ad |\n| --- | --- |"));
    var corrections = new CorrectionStore(project, tokens, "me", Clock.systemUTC());
    var first = chunks.getFirst();

    var correction = corrections.correct(first.id(), first.text().replace("L0ad", "Load in kW"));

    var corrected = store.chunks(first.documentId());
    for (int i = 1; i < chunks.size(); i++) {
      assertThat(corrected.get(i).head()).isEqualTo("| Pump | Load in kW |\n| --- | --- |");
      assertThat(corrected.get(i).text()).isEqualTo(chunks.get(i).text());
      assertThat(corrected.get(i).tokens()).isEqualTo(tokens.count(corrected.get(i).whole()));
    }
    corrections.undo(correction);
    assertThat(store.chunks(first.documentId())).isEqualTo(chunks);
    var last = chunks.getLast();
    corrections.correct(last.id(), last.text().replace("P59", "P99"));
    assertThat(store.chunk(last.id()).orElseThrow().whole())
        .isEqualTo(last.whole().replace("P59", "P99"));
  }
}
