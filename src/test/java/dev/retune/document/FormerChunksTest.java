package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.pair.PairStore;
import dev.retune.pair.Review;
import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which chunk is which once a document was corrected and is read anew.
class FormerChunksTest extends WithProject {
  /// Passages that end in the middle of sentences.
  private static final ChunkingOptions FIXED = new ChunkingOptions(ChunkingMethod.FIXED, 24, 0, 0);

  private CorrectionStore corrections;

  @BeforeEach
  void open() {
    corrections = new CorrectionStore(project, tokens, "Ana", Clock.systemUTC());
  }

  private Document imported(Path file) {
    new DocumentImporter(project, tokens, FIXED, Clock.systemUTC())
        .importFiles(List.of(file), Progress.none());
    return store.documents().getLast();
  }

  private void rereadOverCorrections(Document document) {
    var reading = new RereadOptions(_ -> null, new FilePasswords(), true);
    var rechunked =
        new Rereader(project, tokens, FIXED, null, reading)
            .read(
                List.of(document),
                new RereadRequest(Set.of(), Treatment.AUTOMATIC, null, true),
                Progress.none());
    new Review(new PairStore(project), "Ana", Clock.systemUTC()).rechunk(rechunked, false);
  }

  private List<String> texts(Document document) {
    return store.chunks(document.id()).stream().map(Chunk::text).toList();
  }

  @Test
  void whatTheFileSaysComesBackHoweverOftenItWasCorrected() throws IOException {
    var document =
        imported(Files.writeString(temp.resolve("a.md"), "# Pumps\n\nThe pump starts at 3 bar.\n"));
    var read = texts(document);
    for (int bar = 4; bar < 8; bar++) {
      var chunk = store.chunks(document.id()).getFirst();
      corrections.correct(chunk.id(), chunk.text().replace("3 bar", bar + " bar"));
      assertThat(texts(document)).isNotEqualTo(read);

      rereadOverCorrections(document);

      assertThat(texts(document)).isEqualTo(read);
    }
  }

  @Test
  void whatStandsBehindAWordThatIsLongerNowIsSaidToStandWhereItDoes() {
    var document = imported(TestData.shared("pdf/unstructured/layout-parser-paper-fast.pdf"));
    var read = store.chunks(document.id());
    assertThat(read.size()).isGreaterThan(3);
    var first = read.getFirst();
    corrections.correct(first.id(), "Ab " + first.text());

    rereadOverCorrections(document);

    assertThat(texts(document)).isEqualTo(read.stream().map(Chunk::text).toList());
    for (var chunk : store.chunks(document.id())) {
      assertThat(PassageText.of(chunk, page -> page(document.id(), page)).parts()).isNotEmpty();
    }
  }

  private String page(UUID document, int page) {
    return store.page(document, page).orElseThrow().text();
  }
}
