package dev.retune.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The version that the build wrote into the program.
public final class ProgramVersion {
  private ProgramVersion() {}

  public static String read() {
    var properties = new Properties();
    try (var in = ProgramVersion.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
