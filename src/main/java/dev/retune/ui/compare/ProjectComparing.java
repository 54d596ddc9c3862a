package dev.retune.ui.compare;

import dev.retune.dataset.Split;
import dev.retune.document.Chunk;
import dev.retune.document.Document;
import dev.retune.encoder.Model;
import dev.retune.model.ModelEntry;
import dev.retune.retrieval.Comparison;
import dev.retune.retrieval.HybridSearcher;
import dev.retune.task.Progress;
import dev.retune.workflow.OpenComparison;
import dev.retune.workflow.ProjectSession;
import dev.retune.workflow.Scoring;
import dev.retune.workflow.SideBySide;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Comparing the models of an open project.
record ProjectComparing(ProjectSession session) implements Comparing {

  /// The project's own base and tuned models first, then the others, the latest first.
  @Override
  public Models models() {
    var ours = session.runs().collect().stream().map(ModelEntry::id).collect(Collectors.toSet());
    var all = session.workbench().models().list();
    var own = session.model().id();
    var bases =
        all.stream()
            .filter(model -> model.kind() != ModelEntry.Kind.TUNED)
            .sorted(Comparator.comparing((ModelEntry model) -> !model.id().equals(own)))
            .toList();
    var tuned =
        all.stream()
            .filter(model -> model.kind() == ModelEntry.Kind.TUNED)
            .sorted(
                Comparator.comparing((ModelEntry model) -> !ours.contains(model.id()))
                    .thenComparing(ModelEntry::created, Comparator.reverseOrder()))
            .toList();
    var counts = session.pairs().counts();
    return new Models(
        bases,
        tuned,
        session.documents().revision() + " " + session.documents().chunkCount() + " " + counts);
  }

  @Override
  public Opened open(ModelEntry base, ModelEntry tuned, Progress progress) {
    Map<UUID, String> names =
        session.documents().documents().stream()
            .collect(Collectors.toMap(Document::id, Document::name, (first, _) -> first));
    var ready = session.comparing().open(base, tuned, scoring(tuned), progress);
    return new Ready(ready, names, Model.read(ready.base().folder()).prompts().query());
  }

  /// As the tuned model was trained to be searched, or what is best for the project's passages;
  /// with BM25 joined in any case, for that takes no time.
  private Scoring scoring(ModelEntry tuned) {
    var own = Scoring.of(tuned.folder());
    var windows = own.windows();
    var hybrid = own.hybrid();
    return new Scoring(
        windows == null ? session.runs().recommendedRetrieval().windows() : windows,
        hybrid == null ? new Scoring.Hybrid(HybridSearcher.EQUAL) : hybrid);
  }

  /// Lets one question through at a time: the models are not made for more.
  private static final class Ready implements Opened {
    private final OpenComparison comparison;
    private final Map<UUID, String> documents;
    private final String prompt;

    Ready(OpenComparison comparison, Map<UUID, String> documents, String prompt) {
      this.comparison = comparison;
      this.documents = documents;
      this.prompt = prompt;
    }

    @Override
    public ModelEntry base() {
      return comparison.base();
    }

    @Override
    public ModelEntry tuned() {
      return comparison.tuned();
    }

    private Optional<Split> split() {
      return comparison.questions().keySet().stream().findFirst();
    }

    @Override
    public List<Question> questions() {
      return comparison.questions().values().stream()
          .flatMap(set -> set.queries().entrySet().stream())
          .map(query -> new Question(query.getKey(), query.getValue()))
          .toList();
    }

    @Override
    public String document(Chunk chunk) {
      return documents.getOrDefault(chunk.documentId(), "");
    }

    @Override
    public String prompt() {
      return prompt;
    }

    @Override
    public synchronized SideBySide ask(String question, Progress progress) {
      progress.checkCancelled();
      return comparison.ask(question);
    }

    @Override
    public synchronized Optional<Measured> measure(Progress progress) {
      return split()
          .map(split -> {
            var set = comparison.questions().get(split);
            var ways = new EnumMap<Scoring.Kind, Comparison>(Scoring.Kind.class);
            for (var kind : comparison.scoring().kinds()) {
              ways.put(kind, comparison.measure(split, kind, progress));
            }
            return new Measured(
                split,
                set == null ? 0 : set.queries().size(),
                set == null ? 0 : set.corpus().size(),
                Objects.requireNonNull(ways.get(comparison.scoring().model())),
                ways);
          });
    }

    @Override
    public synchronized void close() {
      comparison.close();
    }
  }
}
