package dev.retune.cli;

import dev.retune.training.PreflightReport;
import dev.retune.training.preflight.Finding;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What `preflight --json` prints.
///
/// @param worst `none`, `note`, `warning` or `blocking`
/// @param findings what matters most first
/// @param expected what the training will take; absent where it would be refused
record PreflightLines(
    String worst,
    List<Line> findings,
    int pairs,
    int passages,
    int validationQuestions,
    int testQuestions,
    PreflightReport.@Nullable Expected expected) {

  /// One finding.
  ///
  /// @param finding its code, such as `preflight.truncated.passages`
  /// @param details its numbers
  record Line(String finding, String severity, String cause, String remedy, Finding details) {}

  static PreflightLines of(PreflightReport report, Locale locale) {
    return new PreflightLines(
        report.worst().map(PreflightLines::lower).orElse("none"),
        report.findings().stream().map(finding -> line(finding, locale)).toList(),
        report.pairs(),
        report.passages(),
        report.validationQuestions(),
        report.testQuestions(),
        report.expected());
  }

  private static Line line(Finding finding, Locale locale) {
    var problem = finding.problem();
    return new Line(
        problem.code(),
        lower(finding.severity()),
        problem.cause().in(locale),
        problem.remedy().in(locale),
        finding);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
