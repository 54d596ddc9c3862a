package dev.retune.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.document.Chunk;
import dev.retune.document.DocumentStore;
import dev.retune.endpoint.Secret;
import dev.retune.pair.ChatServer.Reply;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import dev.retune.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionRunTest {
  @TempDir Path folder;
  private PairFixture fixture;
  private List<Chunk> chunks;

  @BeforeEach
  void project() {
    fixture = new PairFixture(folder.resolve("p"));
    fixture.document("a.pdf", IntStream.range(0, 12).mapToObj(i -> "Passage " + i + ".").toList());
    chunks = new DocumentStore(fixture.project()).allChunks();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static LlmQuestionWriter writer(ChatServer server) {
    return new LlmQuestionWriter(
        new LlmSettings(
            server.baseUrl(), "test-model", new Secret("k"), 4, Duration.ofSeconds(10), 2));
  }

  private WritingSummary run(QuestionWriter writer, Progress progress, WritingListener listener) {
    return new QuestionRun(fixture.store(), "Ana", fixture.clock)
        .run(writer, chunks, 2, progress, listener);
  }

  /// The number in "Passage 7."
  private static int number(ChatServer.Asked request) {
    return Integer.parseInt(request.user().replaceAll("(?s).*Passage (\\d+)\\..*", "$1"));
  }

  @Test
  void storesEachAnswerListsWhatFailedAndGoesOnWithTheRest() throws IOException {
    // The first answer waits for a second request, which only comes if several are under way.
    var together = new CountDownLatch(2);
    try (var server =
        ChatServer.start((_, request) -> {
          together.countDown();
          together.await(10, TimeUnit.SECONDS);
          int number = number(request);
          return switch (number) {
            case 3 -> Reply.status(400, "refused by policy");
            case 5 -> Reply.questions();
            default -> Reply.questions("What is said in " + number + "?", "Always the same?");
          };
        })) {
      var heard = new ArrayList<UUID>();
      var summary =
          run(
              writer(server),
              Progress.none(),
              new WritingListener() {
                @Override
                public void written(List<UUID> pairs) {
                  assertThat(fixture.store().rows(pairs)).hasSameSizeAs(pairs);
                  heard.addAll(pairs);
                }

                @Override
                public void failed(FailedChunk chunk) {}
              });
      assertThat(summary.written()).isEqualTo(10);
      assertThat(summary.without()).isEqualTo(1);
      // The repeated question would have ten right answers; it is asked once.
      assertThat(summary.pairs()).isEqualTo(11);
      assertThat(summary.usage()).isEqualTo(new TokenUsage(1100, 220));
      assertThat(summary.failed()).hasSize(1);
      var failed = summary.failed().getFirst();
      assertThat(failed.chunkId()).isEqualTo(chunks.get(3).id());
      assertThat(failed.documentName()).isEqualTo("a.pdf");
      assertThat(failed.reason().toString()).contains("refused by policy");
      assertThat(fixture.store().rows()).hasSize(11).allMatch(row -> row.origin() == Origin.LLM);
      assertThat(heard).hasSize(11);
      assertThat(server.mostUnderWay.get()).isBetween(2, 4);

      var second = run(writer(server), Progress.none(), WritingListener.none());
      assertThat(second.skipped()).isEqualTo(10);
      fixture.review().undo();
      assertThat(fixture.store().rows()).isEmpty();
    }
  }

  @Test
  void cancellingEndsAtOnceAndKeepsWhatWasAnswered() throws IOException {
    var stop = new AtomicBoolean();
    try (var server =
        ChatServer.start((_, request) -> {
          int number = number(request);
          if (number >= 2) {
            Thread.sleep(20_000);
          }
          return Reply.questions("What is said in " + number + "?");
        })) {
      var progress =
          new Progress() {
            @Override
            public void begin(Text what, long total) {
              assertThat(total).isEqualTo(12);
            }

            @Override
            public void advance(long units) {}

            @Override
            public boolean cancelled() {
              return stop.get();
            }
          };
      var listener =
          new WritingListener() {
            @Override
            public void written(List<UUID> pairs) {
              stop.set(fixture.store().rows().size() == 2);
            }

            @Override
            public void failed(FailedChunk chunk) {}
          };
      long start = System.nanoTime();
      assertThatThrownBy(() -> run(writer(server), progress, listener))
          .isInstanceOf(CancellationException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(fixture.store().rows()).hasSize(2);
      assertThat(fixture.review().nextUndo()).contains(ActionKind.WRITE);
    }
  }

  @Test
  void cancellingKeepsAnswersThatWereNotStoredYet() {
    var stop = new AtomicBoolean();
    var answered = new CountDownLatch(4);
    // Passages 0 to 3 are answered at once, the others never.
    var writer =
        new QuestionWriter() {
          @Override
          public String name() {
            return "quick";
          }

          @Override
          public Origin origin() {
            return Origin.LLM;
          }

          @Override
          public int parallelism() {
            return 4;
          }

          @Override
          public TokenUsage usage() {
            return TokenUsage.NONE;
          }

          @Override
          public List<WrittenQuestion> write(ChunkContext context, int count)
              throws InterruptedException {
            int number = context.chunk().ordinal();
            if (number > 3) {
              Thread.sleep(20_000);
            }
            answered.countDown();
            return List.of(new WrittenQuestion("What about " + number + "?", null));
          }
        };
    var listener =
        new WritingListener() {
          @Override
          public void written(List<UUID> pairs) {
            try {
              assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
              // What was counted down has yet to reach the queue.
              Thread.sleep(200);
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            stop.set(true);
          }

          @Override
          public void failed(FailedChunk chunk) {}
        };
    assertThatThrownBy(() -> run(writer, cancelledBy(stop), listener))
        .isInstanceOf(CancellationException.class);
    assertThat(fixture.store().rows()).hasSize(4);
  }

  private static Progress cancelledBy(AtomicBoolean stop) {
    return new Progress() {
      @Override
      public void begin(Text what, long total) {}

      @Override
      public void advance(long units) {}

      @Override
      public boolean cancelled() {
        return stop.get();
      }
    };
  }

  @Test
  void aRefusedKeyStopsTheRun() throws IOException {
    try (var server = ChatServer.start((_, _) -> Reply.status(401, "no"))) {
      assertThatThrownBy(() -> run(writer(server), Progress.none(), WritingListener.none()))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("refused the key");
      assertThat(server.asked.size()).isLessThan(12);
      assertThat(fixture.review().canUndo()).isFalse();
    }
  }
}
