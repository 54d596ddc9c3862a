package dev.retune.app;

import dev.retune.ui.support.Browser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens pages and folders with what the platform has for them.
final class DesktopBrowser implements Browser {
  private static final Logger LOG = LoggerFactory.getLogger(DesktopBrowser.class);

  @Override
  public void open(URI page) {
    start(page.toString());
  }

  @Override
  public void reveal(Path path) {
    var folder = Files.isDirectory(path) ? path : path.getParent();
    start(String.valueOf(folder));
  }

  private static void start(String what) {
    var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    List<String> command;
    if (os.contains("win")) {
      command = List.of("explorer", what);
    } else if (os.contains("mac")) {
      command = List.of("open", what);
    } else {
      command = List.of("xdg-open", what);
    }
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      LOG.warn("could not open {}: {}", what, e.getMessage());
    }
  }
}
