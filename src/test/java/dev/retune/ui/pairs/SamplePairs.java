package dev.retune.ui.pairs;

import dev.retune.dataset.Split;
import dev.retune.pair.Action;
import dev.retune.pair.ActionKind;
import dev.retune.pair.FailedChunk;
import dev.retune.pair.HistoryEntry;
import dev.retune.pair.Origin;
import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import dev.retune.pair.SplitOptions;
import dev.retune.pair.TokenUsage;
import dev.retune.pair.WritingListener;
import dev.retune.pair.WritingSummary;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Pairs in memory, with undo: what the screen needs of a project, without its disk.
final class SamplePairs implements PairSource, Decisions, PassageSource, QuestionWriting {
  private static final Instant NOON = Instant.parse("2026-11-21T10:42:00Z");

  private record Step(
      ActionKind kind, Map<UUID, Optional<PairRow>> before, Map<UUID, Optional<PairRow>> after) {}

  private final Map<UUID, PairRow> rows = new LinkedHashMap<>();
  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private final List<FailedChunk> failures = new ArrayList<>();

  /// Permits for the writer, one a passage; tests hold it back with it.
  final Semaphore pen = new Semaphore(0);

  int passages = 412;

  /// How many passages give the writer nothing to ask.
  int without;

  /// How long a decision takes to be stored.
  Duration storing = Duration.ZERO;

  int toWrite = 0;

  /// Passages that were to be shown in their documents.
  final List<UUID> shown = new ArrayList<>();

  long edits;

  static SamplePairs empty() {
    return new SamplePairs();
  }

  static SamplePairs of(int count, SampleTexts texts) {
    var sample = new SamplePairs();
    for (var i = 0; i < count; i++) {
      var row = texts.row(i);
      sample.rows.put(row.id(), row);
    }
    return sample;
  }

  SamplePairs failing(FailedChunk chunk) {
    failures.add(chunk);
    return this;
  }

  PairsServices services() {
    return new PairsServices(
        this,
        this,
        this,
        this,
        () -> {},
        (document, passage) -> shown.add(passage),
        () -> {},
        () -> {});
  }

  synchronized PairRow row(int index) {
    return List.copyOf(rows.values()).get(index);
  }

  @Override
  public synchronized List<PairRow> all() {
    return List.copyOf(rows.values());
  }

  @Override
  public synchronized List<PairRow> some(Collection<UUID> ids) {
    return rows.values().stream().filter(row -> ids.contains(row.id())).toList();
  }

  private synchronized Action change(
      ActionKind kind, Collection<UUID> ids, UnaryOperator<PairRow> change) {
    var before = new LinkedHashMap<UUID, Optional<PairRow>>();
    var after = new LinkedHashMap<UUID, Optional<PairRow>>();
    for (var id : ids) {
      var row = rows.get(id);
      if (row != null) {
        before.put(id, Optional.of(row));
        after.put(id, Optional.of(change.apply(row)));
      }
    }
    return keep(new Step(kind, before, after));
  }

  private Action keep(Step step) {
    edits++;
    done.push(step);
    undone.clear();
    return put(step.kind(), step.after());
  }

  private Action put(ActionKind kind, Map<UUID, Optional<PairRow>> values) {
    values.forEach((id, row) -> {
      if (row.isPresent()) {
        rows.put(id, row.get());
      } else {
        rows.remove(id);
      }
    });
    return new Action(edits, kind, "anna", NOON, null, List.copyOf(values.keySet()));
  }

  @Override
  public Action accept(Collection<UUID> pairs) {
    return change(
        ActionKind.ACCEPT, pairs, row -> PairChange.withStatus(row, ReviewStatus.ACCEPTED));
  }

  @Override
  public Action reject(Collection<UUID> pairs) {
    return change(
        ActionKind.REJECT, pairs, row -> PairChange.withStatus(row, ReviewStatus.REJECTED));
  }

  @Override
  public Action reopen(Collection<UUID> pairs) {
    return change(
        ActionKind.REOPEN, pairs, row -> PairChange.withStatus(row, ReviewStatus.TO_REVIEW));
  }

  @Override
  public Action setRelevance(Collection<UUID> pairs, double relevance) {
    LockSupport.parkNanos(storing.toNanos());
    return change(ActionKind.RELEVANCE, pairs, row -> PairChange.withRelevance(row, relevance));
  }

  @Override
  public Action edit(UUID pair, String question) {
    return change(ActionKind.EDIT, List.of(pair), row -> PairChange.withQuestion(row, question));
  }

  @Override
  public synchronized Action add(String question, UUID chunkId) {
    var made =
        SampleTexts.pair(
            UUID.randomUUID(), question, "…", List.of(), "TM-12.pdf", 1, Origin.PERSON, null);
    var row = PairChange.withStatus(made, ReviewStatus.ACCEPTED);
    return keep(
        new Step(
            ActionKind.ADD,
            Map.of(row.id(), Optional.empty()),
            Map.of(row.id(), Optional.of(row))));
  }

  @Override
  public synchronized Action remove(Collection<UUID> pairs) {
    var before = new LinkedHashMap<UUID, Optional<PairRow>>();
    var after = new LinkedHashMap<UUID, Optional<PairRow>>();
    for (var id : pairs) {
      before.put(id, Optional.ofNullable(rows.get(id)));
      after.put(id, Optional.empty());
    }
    return keep(new Step(ActionKind.REMOVE, before, after));
  }

  @Override
  public synchronized Action split(SplitOptions options) {
    var train = options.shares().train();
    return change(
        ActionKind.SPLIT,
        List.copyOf(rows.keySet()),
        row ->
            SampleTexts.withSplit(
                row,
                Math.floorMod(row.id().hashCode(), 100) < train * 100
                    ? Split.TRAIN
                    : Split.VALIDATION));
  }

  @Override
  public synchronized Optional<Action> undo() {
    var step = done.poll();
    if (step == null) {
      return Optional.empty();
    }
    undone.push(step);
    return Optional.of(put(ActionKind.UNDO, step.before()));
  }

  @Override
  public synchronized Optional<Action> redo() {
    var step = undone.poll();
    if (step == null) {
      return Optional.empty();
    }
    done.push(step);
    return Optional.of(put(ActionKind.REDO, step.after()));
  }

  @Override
  public synchronized Optional<ActionKind> nextUndo() {
    return Optional.ofNullable(done.peek()).map(Step::kind);
  }

  @Override
  public synchronized Optional<ActionKind> nextRedo() {
    return Optional.ofNullable(undone.peek()).map(Step::kind);
  }

  @Override
  public synchronized List<HistoryEntry> history(UUID pair) {
    var entries = new ArrayList<HistoryEntry>();
    entries.add(entry(ActionKind.WRITE, "retune"));
    done.descendingIterator()
        .forEachRemaining(step -> {
          if (step.after().containsKey(pair)) {
            entries.add(entry(step.kind(), "anna"));
          }
        });
    return entries;
  }

  private static HistoryEntry entry(ActionKind kind, String who) {
    return new HistoryEntry(NOON, who, kind, null, null, null);
  }

  @Override
  public synchronized Neighbours around(UUID chunkId) {
    var list = List.copyOf(rows.values());
    for (var i = 0; i < list.size(); i++) {
      if (list.get(i).chunkId().equals(chunkId)) {
        return new Neighbours(
            i == 0 ? Optional.empty() : Optional.of(passage(list.get(i - 1))),
            i + 1 == list.size() ? Optional.empty() : Optional.of(passage(list.get(i + 1))));
      }
    }
    return new Neighbours(Optional.empty(), Optional.empty());
  }

  private static Passage passage(PairRow row) {
    return new Passage(
        row.chunkId(), row.documentName(), row.firstPage(), row.headingPath(), row.passage());
  }

  @Override
  public synchronized List<Passage> find(String words, int limit) {
    return rows.values().stream()
        .filter(row -> row.passage().contains(words))
        .limit(limit)
        .map(SamplePairs::passage)
        .toList();
  }

  @Override
  public int count() {
    return passages;
  }

  @Override
  public Offer offer(Writer writer, int perPassage) {
    return writer == Writer.BUILT_IN
        ? new Offer(
            writer, "", true, toWrite, Optional.of(Duration.ofSeconds(62)), Optional.empty())
        : new Offer(
            writer,
            "qwen3-8b (localhost)",
            true,
            toWrite,
            Optional.of(Duration.ofMinutes(7)),
            Optional.of(245_000L));
  }

  @Override
  public WritingSummary write(
      Writer writer, int perPassage, Progress progress, WritingListener listener) {
    progress.begin(Text.of(PairsScreen.class, "writing"), toWrite);
    var texts = SampleTexts.ENGLISH;
    var written = 0;
    for (var i = 0; i < toWrite; i++) {
      pen.acquireUninterruptibly();
      progress.checkCancelled();
      if (i < failures.size()) {
        listener.failed(failures.get(i));
      } else {
        var row = texts.row(1000 + i);
        synchronized (this) {
          rows.put(row.id(), row);
        }
        listener.written(List.of(row.id()));
        written++;
      }
      progress.advance(1);
    }
    return new WritingSummary(written, without, 0, written, failures, TokenUsage.NONE);
  }

  static @Nullable Split split(int index) {
    return index % 5 == 4 ? Split.VALIDATION : index % 7 == 6 ? Split.TEST : Split.TRAIN;
  }
}
