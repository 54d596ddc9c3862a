package dev.retune.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.dataset.Split;
import dev.retune.document.ChunkingMethod;
import dev.retune.document.ChunkingOptions;
import dev.retune.document.DocumentImporter;
import dev.retune.document.DocumentStore;
import dev.retune.document.Rechunker;
import dev.retune.encoder.TokenCounter;
import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is cut, undone and added: no question and no passage stands in two splits unless it did
/// before.
class ResplitPropertyTest {
  private static final TokenCounter WORDS = text -> text.strip().split("\\s+").length;
  private static final int QUESTIONS = 14;

  @TempDir Path folder;

  /// Four documents that have some paragraphs in common.
  private void documents(PairFixture fixture, Random random) throws IOException {
    var files = new ArrayList<Path>();
    for (int d = 0; d < 4; d++) {
      var text = new StringBuilder();
      for (int section = 0; section < 6; section++) {
        text.append("# Section %d of %d\n\n".formatted(section, d));
        for (int p = 0; p < 3; p++) {
          int of = random.nextInt(6) == 0 ? 99 : d;
          text.append(
              "Valve %d-%d-%d opens to the left. It closes before pump %d-%d-%d runs.\n\n"
                  .formatted(of, section, p, of, section, p));
        }
      }
      files.add(Files.writeString(folder.resolve("d" + d + ".md"), text));
    }
    new DocumentImporter(fixture.project(), WORDS, options(random), fixture.clock)
        .importFiles(files, Progress.none());
  }

  private static ChunkingOptions options(Random random) {
    var method =
        List.of(
                ChunkingMethod.SENTENCES,
                ChunkingMethod.HEADINGS,
                ChunkingMethod.FIXED,
                ChunkingMethod.PAGES)
            .get(random.nextInt(4));
    int most = 12 + random.nextInt(60);
    return new ChunkingOptions(method, most, random.nextInt(3) == 0 ? most / 4 : 0, 0);
  }

  /// The same question in several ways of writing.
  private static String question(Random random) {
    var question = "Where does pump %d stand?".formatted(random.nextInt(QUESTIONS));
    return switch (random.nextInt(4)) {
      case 0 -> question.toUpperCase(Locale.ROOT);
      case 1 -> question.replace("?", " ？");
      case 2 -> question.replace(" ", "  ").replace("?", "");
      default -> question;
    };
  }

  private static String number(PairRow row) {
    return row.question().replaceAll("\\D", "");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingStandsInTwoSplits(long seed) throws IOException {
    var random = new Random(seed);
    try (var fixture = new PairFixture(folder.resolve("p"))) {
      documents(fixture, random);
      for (int i = 0; i < 30; i++) {
        add(fixture, random);
      }
      split(fixture, random);
      var states = new ArrayList<List<PairRow>>();
      states.add(fixture.store().rows());
      int at = 0;
      for (int i = 0; i < 40; i++) {
        switch (random.nextInt(8)) {
          case 0 -> {
            if (at > 0) {
              assertThat(fixture.review().undo()).isPresent();
              at--;
              assertThat(fixture.store().rows()).isEqualTo(states.get(at));
            }
          }
          case 1 -> {
            if (fixture.review().redo().isPresent()) {
              at++;
              assertThat(fixture.store().rows()).isEqualTo(states.get(at));
            }
          }
          default -> {
            if (change(fixture, random) > 0) {
              at++;
              states.subList(at, states.size()).clear();
              states.add(fixture.store().rows());
            }
          }
        }
        assertThat(mixed(fixture.store().rows())).as("step %d", i).isEmpty();
      }
      for (; at > 0; at--) {
        assertThat(fixture.review().undo()).isPresent();
        assertThat(fixture.store().rows()).isEqualTo(states.get(at - 1));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatAPersonSplitOtherwiseStaysAndNothingElseIsMixed(long seed) throws IOException {
    var random = new Random(seed);
    try (var fixture = new PairFixture(folder.resolve("p"))) {
      documents(fixture, random);
      for (int i = 0; i < 20; i++) {
        add(fixture, random);
        split(fixture, random);
        byHand(fixture, random);
        var before = mixed(fixture.store().rows());
        cut(fixture, random);
        assertThat(before).containsAll(mixed(fixture.store().rows()));
      }
    }
  }

  /// @return the action's number; 0 if nothing changed
  private static long change(PairFixture fixture, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> add(fixture, random);
      case 1 -> split(fixture, random);
      case 2 -> {
        var rows = fixture.store().rows();
        yield rows.size() < 15
            ? 0
            : fixture.review().remove(List.of(rows.get(random.nextInt(rows.size())).id())).id();
      }
      default -> cut(fixture, random);
    };
  }

  private static long add(PairFixture fixture, Random random) {
    var chunks = new DocumentStore(fixture.project()).allChunks();
    var chunk = chunks.get(random.nextInt(chunks.size())).id();
    return fixture.review().add(question(random), chunk).id();
  }

  private static long split(PairFixture fixture, Random random) {
    var method = SplitMethod.values()[random.nextInt(3)];
    var shares = new Shares(.5, .25, .25);
    return fixture.review().split(new SplitOptions(method, shares, random.nextLong(), false)).id();
  }

  private static void byHand(PairFixture fixture, Random random) {
    var splits = new HashMap<UUID, String>();
    for (var row : fixture.store().rows()) {
      if (random.nextInt(4) == 0) {
        splits.put(row.id(), Split.values()[random.nextInt(3)].name());
      }
    }
    fixture.store().decisions().split(splits, "Ana", Instant.EPOCH);
  }

  private static long cut(PairFixture fixture, Random random) {
    var documents =
        new DocumentStore(fixture.project())
            .documents().stream().filter(_ -> random.nextInt(3) == 0).toList();
    var rechunked =
        new Rechunker(fixture.project(), WORDS, options(random), null)
            .cut(documents, Progress.none());
    return fixture.review().rechunk(rechunked, false).action().id();
  }

  /// Pairs of pairs, by their ids, that are of one question or one passage and in different splits.
  private static Set<Set<UUID>> mixed(List<PairRow> rows) {
    var mixed = new HashSet<Set<UUID>>();
    mixed(rows, ResplitPropertyTest::number, mixed);
    mixed(rows, row -> row.chunkId().toString(), mixed);
    return mixed;
  }

  private static void mixed(
      List<PairRow> rows, Function<PairRow, String> alike, Set<Set<UUID>> into) {
    for (var a : rows) {
      for (var b : rows) {
        if (apart(a.split(), b.split()) && alike.apply(a).equals(alike.apply(b))) {
          into.add(Set.of(a.id(), b.id()));
        }
      }
    }
  }

  private static boolean apart(@Nullable Split a, @Nullable Split b) {
    return a != null && b != null && a != b;
  }
}
