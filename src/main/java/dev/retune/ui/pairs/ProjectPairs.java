package dev.retune.ui.pairs;

import dev.retune.document.Chunk;
import dev.retune.document.Document;
import dev.retune.document.DocumentStore;
import dev.retune.pair.PairRow;
import dev.retune.pair.PairStore;
import dev.retune.pair.WritingListener;
import dev.retune.pair.WritingSummary;
import dev.retune.task.Progress;
import dev.retune.workflow.ProjectSession;
import dev.retune.workflow.WriteQuestions;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// The pairs screen's services from an open project.
final class ProjectPairs {
  private ProjectPairs() {}

  static PairsServices of(ProjectSession session, PairsNavigation go) {
    return new PairsServices(
        new Stored(session.pairs()),
        Decisions.of(session.review()),
        new Passages(session.documents()),
        new Writing(session),
        go.toDocuments(),
        go.openSample(),
        go.toLlmSettings());
  }

  private record Stored(PairStore store) implements PairSource {
    @Override
    public List<PairRow> all() {
      return store.rows();
    }

    @Override
    public List<PairRow> some(Collection<UUID> ids) {
      return ids.isEmpty() ? List.of() : store.rows(ids);
    }
  }

  private record Passages(DocumentStore store) implements PassageSource {
    @Override
    public Neighbours around(UUID chunkId) {
      return store
          .chunk(chunkId)
          .map(chunk -> new Neighbours(neighbour(chunk, -1), neighbour(chunk, 1)))
          .orElse(new Neighbours(Optional.empty(), Optional.empty()));
    }

    private Optional<Passage> neighbour(Chunk chunk, int step) {
      var at = chunk.ordinal() + step;
      return at < 0
          ? Optional.empty()
          : store.chunks(chunk.documentId(), at, at + 1).stream()
              .findFirst()
              .map(next -> passage(next, name(chunk.documentId())));
    }

    private String name(UUID document) {
      return store.document(document).map(Document::name).orElse("");
    }

    @Override
    public List<Passage> find(String words, int limit) {
      Map<UUID, String> names =
          store.documents().stream()
              .collect(Collectors.toMap(Document::id, Document::name, (first, _) -> first));
      var wanted = words.strip().toLowerCase(Locale.ROOT).split("\\s+");
      return store.allChunks().stream()
          .filter(chunk -> containsAll(chunk.text().toLowerCase(Locale.ROOT), wanted))
          .limit(limit)
          .map(chunk -> passage(chunk, names.getOrDefault(chunk.documentId(), "")))
          .toList();
    }

    private static boolean containsAll(String text, String[] words) {
      for (var word : words) {
        if (!text.contains(word)) {
          return false;
        }
      }
      return true;
    }

    private static Passage passage(Chunk chunk, String document) {
      return new Passage(
          chunk.id(), document, chunk.locator().firstPage(), chunk.headingPath(), chunk.text());
    }

    @Override
    public int count() {
      return store.chunkCount();
    }
  }

  private record Writing(ProjectSession session) implements QuestionWriting {
    /// Tokens that a question about a passage costs beyond the passage: instructions and answer.
    private static final int TOKENS_BESIDES = 350;

    @Override
    public Offer offer(Writer writer, int perPassage) {
      var plan = session.writing().plan(core(writer), perPassage);
      var endpoint = session.workbench().settings().get().llm();
      var llm = writer == Writer.LLM;
      return new Offer(
          writer,
          llm ? endpoint.model() + " (" + host(endpoint.baseUrl()) + ")" : "",
          !llm || endpoint.configured(),
          plan.passages(),
          plan.seconds() > 0 ? Optional.of(Duration.ofSeconds(plan.seconds())) : Optional.empty(),
          llm ? Optional.of(tokens(plan.passages())) : Optional.empty());
    }

    private long tokens(int passages) {
      return Math.round(passages * (meanTokens() + TOKENS_BESIDES));
    }

    private double meanTokens() {
      return session.documents().allChunks().stream().mapToInt(Chunk::tokens).average().orElse(0);
    }

    private static String host(String url) {
      try {
        return Optional.ofNullable(URI.create(url).getHost()).orElse(url);
      } catch (IllegalArgumentException _) {
        return url;
      }
    }

    @Override
    public WritingSummary write(
        Writer writer, int perPassage, Progress progress, WritingListener listener) {
      return session.writing().run(core(writer), perPassage, progress, listener);
    }

    private static WriteQuestions.Writer core(Writer writer) {
      return switch (writer) {
        case BUILT_IN -> WriteQuestions.Writer.BUILT_IN;
        case LLM -> WriteQuestions.Writer.LLM;
      };
    }
  }
}
