package dev.retune.pair;

import dev.retune.document.Chunk;
import dev.retune.pair.NewPair.Grade;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.text.Text;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a writer write questions for many passages. Each passage's questions are stored as soon as
/// they are there, passages that already have pairs are skipped (so a run that was cancelled or
/// failed is simply started again), and the whole run is one step of undo.
public final class QuestionRun {
  private static final Logger LOG = LoggerFactory.getLogger(QuestionRun.class);
  private static final long LOOK_MILLIS = 100;

  /// Problems that no passage escapes.
  private static final Set<String> HOPELESS =
      Set.of("pair.llm.key", "pair.llm.model", "pair.llm.unreachable");

  private final PairStore store;
  private final String reviewer;
  private final Clock clock;

  public QuestionRun(PairStore store, String reviewer, Clock clock) {
    this.store = store;
    this.reviewer = reviewer;
    this.clock = clock;
  }

  /// @param perChunk questions wanted for each passage
  /// @throws CancellationException if cancelled; what was written is kept
  /// @throws ProblemException if the first passages all fail for a reason that none will escape,
  ///   such as a refused key
  public WritingSummary run(
      QuestionWriter writer,
      List<Chunk> chunks,
      int perChunk,
      Progress progress,
      WritingListener listener) {
    var done = store.chunksWithPairs();
    var open = chunks.stream().filter(chunk -> !done.contains(chunk.id())).toList();
    progress.begin(Text.of(QuestionRun.class, "writing"), open.size());
    var run = new Run(writer, perChunk, progress, listener, chunks.size() - open.size());
    var lasting = store.decisions().begin(ActionKind.WRITE, writer.origin(), reviewer);
    try {
      run.all(open, lasting);
    } finally {
      lasting.end();
    }
    return run.summary();
  }

  /// A passage's questions, or why there are none.
  private record Result(
      int place, Chunk chunk, List<WrittenQuestion> questions, @Nullable Problem problem) {}

  private final class Run {
    private final QuestionWriter writer;
    private final int perChunk;
    private final Progress progress;
    private final WritingListener listener;
    private final int skipped;
    private final AskedQuestions asked;
    private final Map<UUID, String> names = new HashMap<>();
    private final TreeMap<Integer, FailedChunk> failed = new TreeMap<>();
    private int written;
    private int without;
    private int pairs;

    Run(
        QuestionWriter writer,
        int perChunk,
        Progress progress,
        WritingListener listener,
        int skipped) {
      this.writer = writer;
      this.perChunk = perChunk;
      this.progress = progress;
      this.listener = listener;
      this.skipped = skipped;
      this.asked = new AskedQuestions(store.rows());
      store.documents().forEach(document -> names.put(document.id(), document.name()));
    }

    WritingSummary summary() {
      return new WritingSummary(
          written, without, skipped, pairs, List.copyOf(failed.values()), writer.usage());
    }

    /// Keeps as many passages under way as the writer may work on; results are stored here, on one
    /// thread.
    void all(List<Chunk> open, DecisionStore.Lasting lasting) {
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      var results = new ExecutorCompletionService<Result>(threads);
      try {
        int next = 0;
        for (int finished = 0; finished < open.size(); finished++) {
          while (next < open.size() && next - finished < writer.parallelism()) {
            int place = next++;
            results.submit(() -> one(place, open.get(place)));
          }
          store(take(results), lasting);
          progress.advance(1);
        }
      } catch (CancellationException e) {
        end(threads);
        keep(results, lasting);
        throw e;
      } finally {
        end(threads);
      }
    }

    /// Interrupts what is under way; a request ends at once then.
    private static void end(ExecutorService threads) {
      threads.shutdownNow();
      threads.close();
    }

    /// Stores what was answered before the cancelling and not yet stored.
    private void keep(ExecutorCompletionService<Result> results, DecisionStore.Lasting lasting) {
      for (var result = results.poll(); result != null; result = results.poll()) {
        if (result.state() == Future.State.SUCCESS && result.resultNow().problem() == null) {
          store(result.resultNow(), lasting);
        }
      }
    }

    private Result take(ExecutorCompletionService<Result> results) {
      try {
        Future<Result> result = null;
        while (result == null) {
          progress.checkCancelled();
          result = results.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return result.get();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new CancellationException();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }

    private Result one(int place, Chunk chunk) throws InterruptedException {
      try {
        var context =
            new ChunkContext(chunk, name(chunk), question -> asked.elsewhere(question, chunk.id()));
        return new Result(place, chunk, writer.write(context, perChunk), null);
      } catch (ProblemException e) {
        LOG.warn("passage {} got no questions: {}", chunk.id(), e.problem().code());
        return new Result(place, chunk, List.of(), e.problem());
      } catch (RuntimeException e) {
        LOG.error("the writer failed at passage {}", chunk.id(), e);
        var problem = Problem.of(QuestionRun.class, "failed", e.getClass().getSimpleName());
        return new Result(place, chunk, List.of(), problem);
      }
    }

    /// Asking hundreds of times with a wrong key helps nobody.
    private void stopIfHopeless(Problem problem) {
      if (written == 0
          && without == 0
          && failed.size() >= writer.parallelism()
          && HOPELESS.contains(problem.code())) {
        throw problem.exception();
      }
    }

    private String name(Chunk chunk) {
      return names.getOrDefault(chunk.documentId(), "");
    }

    private void store(Result result, DecisionStore.Lasting lasting) {
      var chunk = result.chunk();
      if (result.problem() != null) {
        var failure =
            new FailedChunk(chunk.id(), name(chunk), chunk.locator().firstPage(), result.problem());
        failed.put(result.place(), failure);
        listener.failed(failure);
        stopIfHopeless(result.problem());
        return;
      }
      var added = new ArrayList<NewPair>();
      for (var question : result.questions()) {
        // Two passages worked on at the same time may have brought the same question.
        if (asked.claim(question.text(), chunk.id())) {
          added.add(
              new NewPair(
                  question.text().strip(),
                  List.of(new Grade(chunk.id(), Review.FULL)),
                  ReviewStatus.TO_REVIEW,
                  null,
                  question.answer()));
        }
      }
      if (added.isEmpty()) {
        without++;
        return;
      }
      var ids = lasting.add(added, clock.instant());
      written++;
      pairs += ids.size();
      listener.written(ids);
    }
  }
}
