package dev.retune.pair;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.retune.document.PassagePart;
import dev.retune.endpoint.Backoff;
import dev.retune.endpoint.Secret;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Has a language model write the questions, through any OpenAI-compatible endpoint.
///
/// A request is tried again, with growing pauses or the pause the server asks for, after 408, 429,
/// 5xx, a time-out or a broken connection; never after another 4xx. An answer that cannot be
/// understood is asked for once more. Thread-safe.
public final class LlmQuestionWriter implements QuestionWriter {
  private static final int ANSWERS = 2;

  private final LlmSettings settings;
  private final OpenAiChatModel model;
  private final AtomicReference<TokenUsage> usage = new AtomicReference<>(TokenUsage.NONE);

  /// @throws dev.retune.text.ProblemException if the base URL is no address, or the key no key
  public LlmQuestionWriter(LlmSettings settings) {
    this(settings, Clock.systemUTC());
  }

  /// @param clock what a date in `Retry-After` is measured against
  public LlmQuestionWriter(LlmSettings settings, Clock clock) {
    checkAddress(settings.baseUrl());
    checkKey(settings.key());
    this.settings = settings;
    var http =
        java.net.http.HttpClient.newBuilder()
            // Some local servers lose the body of a request that offers to go on in HTTP/2.
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout())
            .build();
    var client = new EndpointClient(http, settings.timeout(), settings.key(), clock);
    this.model =
        OpenAiChatModel.builder()
            .httpClientBuilder(client.asBuilder())
            .baseUrl(settings.baseUrl())
            // The builder insists on a key; the client leaves the header out where there is none.
            .apiKey(settings.key().isEmpty() ? "none" : settings.key().reveal())
            .modelName(settings.model())
            .timeout(settings.timeout())
            .maxRetries(0)
            .logRequests(false)
            .logResponses(false)
            .build();
  }

  private static void checkAddress(String url) {
    try {
      var scheme = URI.create(url).getScheme();
      if (URI.create(url).getHost() != null && ("http".equals(scheme) || "https".equals(scheme))) {
        return;
      }
    } catch (IllegalArgumentException _) {
      // Told below.
    }
    throw Problem.of(LlmQuestionWriter.class, "llm.baseUrl", url).exception();
  }

  /// A header takes only these; its own complaint would quote the key.
  private static void checkKey(Secret key) {
    if (!key.reveal().chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw Problem.of(LlmQuestionWriter.class, "llm.keyForm").exception();
    }
  }

  @Override
  public String name() {
    return settings.model();
  }

  @Override
  public Origin origin() {
    return Origin.LLM;
  }

  @Override
  public int parallelism() {
    return settings.parallel();
  }

  @Override
  public TokenUsage usage() {
    return usage.get();
  }

  @Override
  public List<WrittenQuestion> write(ChunkContext context, int count) throws InterruptedException {
    var chunk = context.chunk();
    var chinese = Language.of(chunk.text()) == Language.CHINESE;
    var prompt =
        LlmPrompt.of(
            context.documentName(),
            chunk.headingPath(),
            PassagePart.rowWise(chunk.whole()),
            count,
            chinese);
    for (int answer = 1; answer <= ANSWERS; answer++) {
      var questions = LlmAnswer.questions(ask(prompt));
      if (questions.isPresent()) {
        return questions.get().stream()
            .filter(question -> !context.taken().test(question))
            .limit(count)
            .map(question -> new WrittenQuestion(question, null))
            .toList();
      }
    }
    throw Problem.of(LlmQuestionWriter.class, "llm.malformed").exception();
  }

  private String ask(LlmPrompt prompt) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      Failure failure;
      try {
        var response =
            model.chat(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()));
        count(response);
        return Optional.ofNullable(response.aiMessage().text()).orElse("");
      } catch (RuntimeException e) {
        failure = failure(e);
      }
      if (!failure.passing() || attempt >= settings.attempts()) {
        throw failure.problem(attempt).exception(failure.cause());
      }
      Thread.sleep(Backoff.wait(attempt, failure.retryAfter()));
    }
  }

  private void count(ChatResponse response) {
    var tokens = response.tokenUsage();
    if (tokens != null) {
      var billed =
          new TokenUsage(number(tokens.inputTokenCount()), number(tokens.outputTokenCount()));
      usage.accumulateAndGet(billed, TokenUsage::plus);
    }
  }

  private static long number(@Nullable Integer count) {
    return count == null ? 0 : count;
  }

  /// What went wrong, without LangChain4j's wrapping.
  private record Failure(
      Throwable cause, boolean passing, Optional<Duration> retryAfter, LlmSettings settings) {

    Problem problem(int attempts) {
      var url = settings.baseUrl();
      return switch (cause) {
        case EndpointException e when e.status() == 401 || e.status() == 403 ->
            problem("key", url, e.status());
        case EndpointException e when e.status() == 404 -> problem("model", url, settings.model());
        case EndpointException e when e.passing() -> problem("busy", attempts, e.status());
        case EndpointException e -> problem("refused", e.status(), Reason.of(e));
        case HttpTimeoutException _ -> problem("timeout", settings.timeout().toSeconds(), attempts);
        case JsonProcessingException _ -> problem("malformed");
        case IOException e ->
            problem(
                "unreachable",
                url,
                Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
        default -> problem("malformed");
      };
    }

    private static Problem problem(String key, Object... args) {
      return Problem.of(LlmQuestionWriter.class, "llm." + key, args);
    }
  }

  private Failure failure(RuntimeException thrown) throws InterruptedException {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case EndpointClient.Interrupted _ -> throw new InterruptedException();
        case EndpointException e -> {
          return new Failure(e, e.passing(), e.retryAfter(), settings);
        }
        case JsonProcessingException e -> {
          // A server's page or half an answer: another try may bring a whole one.
          return new Failure(e, true, Optional.empty(), settings);
        }
        case IOException e -> {
          return new Failure(e, true, Optional.empty(), settings);
        }
        default -> {
          // Look further down.
        }
      }
    }
    return new Failure(thrown, false, Optional.empty(), settings);
  }
}
