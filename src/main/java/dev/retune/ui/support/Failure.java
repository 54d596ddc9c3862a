package dev.retune.ui.support;

import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.text.Text;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.zip.CRC32;

/// A failure as a screen tells it: a stable code, what happened, what to do, and details to copy.
///
/// @param problem code, cause and remedy
/// @param details the stack trace, for "copy details"
public record Failure(Problem problem, String details) {

  /// The failure behind `thrown`: its own problem where it has one; otherwise a general sentence
  /// with a code derived from where it was thrown, the same for the same fault.
  public static Failure of(Throwable thrown) {
    var cause = unwrap(thrown);
    var trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    if (cause instanceof ProblemException known) {
      return new Failure(known.problem(), trace.toString());
    }
    var what = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new Failure(
        new Problem(
            "unexpected." + fingerprint(cause),
            Text.of(Failure.class, "unexpected.cause", what),
            Text.of(Failure.class, "unexpected.remedy")),
        trace.toString());
  }

  /// Everything somebody needs who wants to help, in one text.
  public String report(Locale locale) {
    return problem.code()
        + System.lineSeparator()
        + problem.cause().in(locale)
        + System.lineSeparator()
        + problem.remedy().in(locale)
        + System.lineSeparator()
        + System.lineSeparator()
        + details;
  }

  private static Throwable unwrap(Throwable thrown) {
    var cause = thrown.getCause();
    return cause != null
            && (thrown instanceof CompletionException || thrown instanceof ExecutionException)
        ? unwrap(cause)
        : thrown;
  }

  private static String fingerprint(Throwable thrown) {
    var crc = new CRC32();
    crc.update(thrown.getClass().getName().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var frames = thrown.getStackTrace();
    for (int i = 0; i < Math.min(3, frames.length); i++) {
      var place = frames[i].getClassName() + "#" + frames[i].getMethodName();
      crc.update(place.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
