package dev.retune.document.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a server on this machine; the data is the distribution's, which is the collection's.
class LanguageDataTest {
  private static final Path SYSTEM =
      Path.of("/usr/share/tesseract-ocr/5/tessdata/chi_sim.traineddata");

  @TempDir Path folder;
  private HttpServer server;
  private byte[] answer = {};
  private int status = 200;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/data/",
        exchange -> {
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private LanguageData data() {
    var port = server.getAddress().getPort();
    return new LanguageData(folder, "http://127.0.0.1:" + port + "/data");
  }

  @Test
  void dataIsFetchedAndUsed() throws IOException {
    assumeTrue(Files.exists(SYSTEM), "skipped: tesseract-ocr-chi-sim is not installed");
    answer = Files.readAllBytes(SYSTEM);
    assertThat(data().bytes("chi_sim")).hasValue(answer.length);
    data().fetch("chi_sim", Progress.none());
    assertThat(folder.resolve("tessdata/chi_sim.traineddata")).hasSameBinaryContentAs(SYSTEM);
  }

  @Test
  void somethingElseIsNotKept() {
    answer = "<html>Sign in to go on</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertRefused("ocr.other");
    status = 404;
    assertRefused("ocr.status");
    server.stop(0);
    assertRefused("ocr.fetch");
    assertThat(folder).isEmptyDirectory();
  }

  private void assertRefused(String code) {
    var data = data();
    assertThatThrownBy(() -> data.fetch("chi_sim", Progress.none()))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  @Test
  void whatIsNoAddressIsSaid() {
    for (var address : new String[] {"not an address", "ftp://example.org/", ""}) {
      assertThatThrownBy(() -> new LanguageData(folder, address).fetch("deu", Progress.none()))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("ocr.address"));
    }
  }

  @Test
  void anUnknownLanguageIsSaid() {
    assertThat(data().bytes("klingon")).isEmpty();
    assertThatThrownBy(() -> data().fetch("klingon", Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("klingon");
  }

  @Test
  void languagesAreListedWithWhatIsToBeFetched() {
    var all = data().languages();
    assertThat(all).contains(new OcrLanguage("eng", true, 0));
    assertThat(all)
        .extracting(OcrLanguage::name)
        .contains("chi_sim", "chi_tra", "deu")
        .doesNotContain("osd", "equ");
    assertThat(all)
        .filteredOn(language -> !language.installed())
        .allSatisfy(language -> assertThat(language.bytes()).isPositive());
    assertThat(LanguageNames.of("deu", Locale.ENGLISH)).isEqualTo("German");
    assertThat(LanguageNames.of("chi_tra", Locale.ENGLISH)).isEqualTo("Traditional Chinese");
    assertThat(LanguageNames.of("chi_sim", Locale.SIMPLIFIED_CHINESE)).isEqualTo("简体中文");
    assertThat(LanguageNames.of("tlh_x9", Locale.ENGLISH)).startsWith("Klingon");
  }

  /// English under another name: what counts is what is in the file.
  @Test
  void aFileOfDataIsTakenIn() throws IOException {
    data().languages(); // unpacks English
    var english = folder.resolve("tessdata/eng.traineddata");
    var file = Files.copy(english, folder.resolve("enm.traineddata"));
    assertThat(data().add(file)).isEqualTo("enm");
    assertThat(data().languages()).contains(new OcrLanguage("enm", true, 0));
    Recognition.open(folder, List.of("enm", "eng")).close();
  }

  @Test
  void whatIsNoDataIsNot() throws IOException {
    data().languages();
    var bytes = Files.readAllBytes(folder.resolve("tessdata/eng.traineddata"));
    var names =
        Map.of(
            "a.traineddata",
            "no data".getBytes(StandardCharsets.UTF_8),
            "b.traineddata",
            new byte[0],
            "c.traineddata",
            Arrays.copyOf(bytes, bytes.length / 4),
            "d.dat",
            bytes,
            "../e.traineddata",
            bytes);
    for (var name : names.keySet()) {
      var file = Files.createDirectories(folder.resolve("in/x")).resolve(name);
      Files.write(file, names.get(name));
      if (name.startsWith("..")) {
        assertThat(data().add(file)).isEqualTo("e"); // its name alone counts
        continue;
      }
      assertThatThrownBy(() -> data().add(file))
          .as(name)
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("no data for text recognition");
    }
    var osd = Files.write(folder.resolve("osd.traineddata"), new byte[] {1, 0, 0, 0, 0});
    assertThatThrownBy(() -> data().add(osd)).isInstanceOf(ProblemException.class);
    assertThat(folder.resolve("tessdata")).isDirectoryNotContaining("glob:**/a.*");
  }

  @Test
  void severalLanguagesAreNamedAsTesseractDoes() {
    assertThat(LanguageNames.parse(" eng + deu+eng")).containsExactly("eng", "deu");
    assertThat(LanguageNames.parse("")).isEmpty();
    for (var wrong : List.of("eng+", "../eng", "a/b", "+")) {
      assertThatThrownBy(() -> LanguageNames.parse(wrong)).isInstanceOf(ProblemException.class);
    }
  }
}
