package dev.retune.document.ocr;

import dev.retune.file.AtomicFile;
import dev.retune.file.Reason;
import dev.retune.file.Sha256;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;

/// Data of further languages, fetched from an address and checked against what is known of it.
public final class LanguageData {
  /// Where the collection `tessdata_fast` is published.
  public static final String USUAL = "https://github.com/tesseract-ocr/tessdata_fast/raw/4.1.0/";

  /// The variable of the environment that names another address, for machines without that one.
  public static final String VARIABLE = "RETUNE_TESSDATA_URL";

  private static final Pattern NAME = Pattern.compile("([A-Za-z]\\w*)\\.traineddata");
  private static final Duration CONNECTING = Duration.ofSeconds(20);
  private static final Duration ANSWERING = Duration.ofSeconds(60);
  private static final int OK = 200;

  private final Path folder;
  private final String address;

  /// @param folder of this user, where text recognition keeps its data
  /// @param address of the folder that holds the files
  public LanguageData(Path folder, String address) {
    this.folder = folder;
    this.address = address;
  }

  private record Known(long bytes, String sha256) {}

  /// All that are installed or can be fetched, by name; not what only tells how a page lies.
  public List<OcrLanguage> languages() {
    var all = new TreeMap<String, OcrLanguage>();
    var known = known();
    for (var name : known.stringPropertyNames()) {
      bytes(name).ifPresent(bytes -> all.put(name, new OcrLanguage(name, false, bytes)));
    }
    for (var name : new OcrFiles(folder).installed()) {
      all.put(name, new OcrLanguage(name, true, 0));
    }
    return List.copyOf(all.values());
  }

  /// Takes in data that a person has as a file, called as the language is: `deu.traineddata`.
  ///
  /// @return the language's name
  /// @throws dev.retune.text.ProblemException if it is no such data, or cannot be copied
  public String add(Path file) {
    var name = NAME.matcher(String.valueOf(file.getFileName()));
    try {
      if (!name.matches() || !TrainedData.is(file)) {
        throw Problem.of(LanguageData.class, "notData", file).exception();
      }
      AtomicFile.write(
          folder.resolve("tessdata").resolve(String.valueOf(file.getFileName())),
          out -> Files.copy(file, out));
      return name.group(1);
    } catch (IOException e) {
      throw Problem.of(LanguageData.class, "add", file, Reason.of(e)).exception(e);
    }
  }

  /// How much would be fetched; empty if the language is not known.
  public OptionalLong bytes(String language) {
    return known(language)
        .map(known -> OptionalLong.of(known.bytes()))
        .orElse(OptionalLong.empty());
  }

  private static Optional<Known> known(String language) {
    return Optional.ofNullable(known().getProperty(language))
        .map(value -> value.split(" "))
        .map(parts -> new Known(Long.parseLong(parts[0]), parts[1]));
  }

  private static Properties known() {
    var all = new Properties();
    try (var in = LanguageData.class.getResourceAsStream("languages.properties")) {
      all.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /// Fetches the data of a language; what is not what it should be is not kept.
  ///
  /// @param language by Tesseract's name, such as `chi_sim`
  /// @throws java.util.concurrent.CancellationException if cancelled; nothing is kept
  /// @throws dev.retune.text.ProblemException if it is not known, cannot be fetched, or is not what
  ///   it should be
  public void fetch(String language, Progress progress) {
    var known =
        known(language)
            .orElseThrow(() -> Problem.of(LanguageData.class, "unknown", language).exception());
    var name = language + ".traineddata";
    var from = file(name);
    progress.begin(Text.of(LanguageData.class, "fetching", name), known.bytes());
    try (var client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(CONNECTING)
            .build()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(from).timeout(ANSWERING).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (var body = answer.body()) {
        if (answer.statusCode() != OK) {
          throw problem(from, answer.statusCode());
        }
        var data = read(body, known, from, progress);
        AtomicFile.write(folder.resolve("tessdata").resolve(name), out -> out.write(data));
      }
    } catch (IOException e) {
      throw Problem.of(LanguageData.class, "fetch", from, Reason.of(e)).exception(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private URI file(String name) {
    try {
      var from = URI.create(address + (address.endsWith("/") ? "" : "/") + name);
      if ("http".equals(from.getScheme()) || "https".equals(from.getScheme())) {
        return from;
      }
    } catch (IllegalArgumentException _) {
      // It is said below.
    }
    throw Problem.of(LanguageData.class, "address", address).exception();
  }

  private static RuntimeException problem(URI from, int status) {
    return Problem.of(LanguageData.class, "status", from, status).exception();
  }

  /// No more than was to come: what is larger is something else.
  private static byte[] read(InputStream body, Known known, URI from, Progress progress)
      throws IOException {
    var data = new ByteArrayOutputStream();
    var buffer = new byte[1 << 16];
    for (int n = body.read(buffer); n >= 0 && data.size() <= known.bytes(); n = body.read(buffer)) {
      progress.checkCancelled();
      data.write(buffer, 0, n);
      progress.advance(n);
    }
    if (!Sha256.of(data.toByteArray()).equals(known.sha256())) {
      throw Problem.of(LanguageData.class, "other", from).exception();
    }
    return data.toByteArray();
  }
}
