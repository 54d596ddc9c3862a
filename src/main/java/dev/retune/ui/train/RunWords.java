package dev.retune.ui.train;

import dev.retune.training.Forgetting;
import dev.retune.training.RunEvent;
import dev.retune.training.RunReport;
import dev.retune.training.RunState;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Formats;
import dev.retune.ui.support.Messages;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Label;

/// Runs, events and reports in words.
final class RunWords {
  private final Messages messages;
  private final Formats formats;

  RunWords(Messages messages, Formats formats) {
    this.messages = messages;
    this.formats = formats;
  }

  /// A state in a small coloured frame.
  static Label chip(Messages messages, RunState state) {
    var tone =
        switch (state) {
          case NEW, STOPPED -> "neutral";
          case RUNNING -> "accent";
          case PAUSED, INTERRUPTED -> "warning";
          case FINISHED -> "success";
          case FAILED -> "danger";
        };
    return Controls.chip(messages.get("state." + state), tone);
  }

  /// A score as in a sentence: ".741" has three decimals, tables have four.
  static String score(Locale locale, double value) {
    return String.format(locale, "%.3f", value);
  }

  /// "NDCG@10" for `ndcg@10`.
  static String metric(String key) {
    return key.toUpperCase(Locale.ROOT);
  }

  /// "Step 64 of 134 · about 7 min left · best so far 0.741, base 0.658".
  String progress(RunStory story) {
    var text = new StringBuilder();
    if (story.totalSteps() == 0) {
      return messages.get("run.preparing");
    }
    text.append(
        messages.get("run.step", formats.count(story.step()), formats.count(story.totalSteps())));
    story
        .secondsLeft()
        .ifPresent(seconds ->
            text.append(" · ").append(formats.remaining(Duration.ofSeconds(Math.round(seconds)))));
    var base = story.base();
    var best = story.best();
    if (base.isPresent() && best.isPresent()) {
      text.append(" · ")
          .append(
              messages.get(
                  "run.best",
                  score(formats.locale(), best.get().value()),
                  score(formats.locale(), base.getAsDouble())));
    }
    return text.toString();
  }

  /// One event as a sentence.
  String event(RunEvent event) {
    var locale = formats.locale();
    return switch (event) {
      case RunEvent.Started started ->
          started.step() == 0
              ? messages.get("event.started", started.device(), started.threads())
              : messages.get("event.taken.up", formats.count(started.step()));
      case RunEvent.Preflight data ->
          messages.get("event.data", data.pairs(), data.passages(), data.validationQueries())
              + (data.truncatedPassages() > 0
                  ? " " + messages.get("event.cut", formats.percent(data.truncatedPassages()))
                  : "");
      case RunEvent.Evaluated measured ->
          messages.get(
              key(measured), formats.count(measured.step()), score(locale, measured.score()));
      case RunEvent.CheckpointSaved saved ->
          messages.get("event.saved", formats.count(saved.step()));
      case RunEvent.Warned warned ->
          warned.problem().cause().in(locale) + " " + warned.problem().remedy().in(locale);
      case RunEvent.Paused paused -> messages.get("event.paused", formats.count(paused.step()));
      case RunEvent.Resumed resumed -> messages.get("event.resumed", formats.count(resumed.step()));
      case RunEvent.Stopped stopped ->
          messages.get(
              "event.stopped", formats.count(stopped.step()), formats.count(stopped.bestStep()));
      case RunEvent.Finished finished ->
          messages.get(
              "event.finished",
              formats.duration(Duration.ofSeconds(Math.round(finished.seconds()))),
              formats.count(finished.bestStep()));
      case RunEvent.Failed failed ->
          failed.problem().cause().in(locale) + " " + failed.problem().remedy().in(locale);
      case RunEvent.Step step -> messages.get("run.step", step.step(), step.totalSteps());
    };
  }

  private static String key(RunEvent.Evaluated measured) {
    if (measured.split().equals("test")) {
      return "event.tested." + measured.subject();
    }
    return measured.best() && measured.subject() == RunEvent.Subject.TUNED
        ? "event.measured.best"
        : "event.measured." + measured.subject();
  }

  /// The figures on test questions where there are any, else on validation questions.
  static RunReport.Result judged(RunReport report) {
    var test = report.test();
    return test == null ? report.validation() : test;
  }

  /// "Finds the right passage in the top 5 for 83 of 100 test questions; before, 73."
  String verdict(RunReport report) {
    var result = judged(report);
    var questions = result.queries();
    return messages.get(
        "verdict." + report.verdict(),
        formats.count(found(result.tuned().getOrDefault("accuracy@5", 0.0), questions)),
        messages.get(
            report.test() == null ? "verdict.questions.validation" : "verdict.questions.test",
            formats.count(questions)),
        formats.count(found(result.base().getOrDefault("accuracy@5", 0.0), questions)));
  }

  /// The interval, in plain words first.
  String interval(RunReport report) {
    var result = judged(report);
    var metric = report.metric();
    var gain = result.overBase().get(metric);
    var tuned = result.tuned().getOrDefault(metric, 0.0);
    var base = result.base().getOrDefault(metric, 0.0);
    return gain == null
        ? messages.get("verdict.score", metric(metric), formats.score(tuned), formats.score(base))
        : messages.get(
            "verdict.interval",
            metric(metric),
            formats.score(tuned),
            formats.score(base),
            formats.delta(gain.mean()),
            formats.delta(gain.low()),
            formats.delta(gain.high()));
  }

  /// "General questions are answered as well as before: NDCG@10 .912, before .921 (English)."
  String general(Forgetting forgetting) {
    return messages.get(
        "general.kept",
        forgetting.languages().stream()
            .map(known ->
                messages.get(
                    "general.figures",
                    messages.get("general." + known.language()),
                    formats.score(known.tuned()),
                    formats.score(known.base())))
            .collect(Collectors.joining(messages.get("general.comma"))));
  }

  /// How plain word search does beside it.
  String bm25(RunReport report) {
    var result = judged(report);
    var found = found(result.bm25().getOrDefault("accuracy@5", 0.0), result.queries());
    return messages.get(
        result.losesToBm25(report.metric()) ? "verdict.bm25.better" : "verdict.bm25",
        formats.count(found),
        metric(report.metric()),
        formats.score(result.bm25().getOrDefault(report.metric(), 0.0)));
  }

  private static long found(double share, int questions) {
    return Math.round(share * questions);
  }
}
