package dev.retune.cli;

import dev.retune.training.PreflightReport;
import dev.retune.training.preflight.Finding;
import java.util.Locale;

/// Prints what was found before a training, what matters most first.
record PreflightPrinter(Context context) {
  private static final int MISSES = 10;

  void print(PreflightReport report) {
    context.say(
        "preflight.head",
        Integer.toString(report.pairs()),
        Integer.toString(report.passages()),
        Integer.toString(report.validationQuestions()),
        Integer.toString(report.testQuestions()));
    report.findings().forEach(this::print);
    if (report.findings().isEmpty()) {
      context.say("preflight.clean");
    }
    var expected = report.expected();
    if (expected != null) {
      context.say(
          "preflight.expected",
          Integer.toString(expected.steps()),
          Math.max(1, Math.round(expected.seconds() / 60)),
          gigabytes(expected.memoryMb()),
          gigabytes(expected.machineMb()));
    }
  }

  private void print(Finding finding) {
    var locale = context.output().locale();
    var problem = finding.problem();
    context.say(
        "preflight." + finding.severity().name().toLowerCase(Locale.ROOT),
        problem.cause().in(locale),
        problem.remedy().in(locale));
    if (finding instanceof Finding.Unranked unranked) {
      unranked.misses().stream()
          .limit(MISSES)
          .forEach(
              miss -> context.output().line("    " + miss.rank() + "  " + miss.question().strip()));
    }
  }

  private static String gigabytes(long mebibytes) {
    return String.format(Locale.ROOT, "%.1f", mebibytes / 1024.0);
  }
}
