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
import java.nio.file.Files;
import java.nio.file.Path;
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
}
