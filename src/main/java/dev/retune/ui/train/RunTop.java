package dev.retune.ui.train;

import dev.retune.training.RunEvent;
import dev.retune.training.RunReport;
import dev.retune.training.RunState;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What is to be said first about a run: how far it is, what it brought, or what happened to it.
final class RunTop extends VBox {
  private final Messages messages;
  private final RunWords words;
  private final TrainServices services;
  private final TrainController controller;
  private final RunModel model;
  private final Ui ui;
  private final Label line = new Label();
  private final ProgressBar bar = new ProgressBar(0);

  RunTop(Ui ui, TrainServices services, TrainController controller, RunModel model) {
    this.ui = ui;
    this.messages = ui.messages(RunTop.class);
    this.words = new RunWords(messages, ui.formats());
    this.services = services;
    this.controller = controller;
    this.model = model;
    getStyleClass().add("run-top");
    setMinHeight(USE_PREF_SIZE);
    bar.setMinHeight(USE_PREF_SIZE);
    line.setId("train-progress-line");
    line.getStyleClass().add("run-line");
    Controls.named(bar, "train-progress", messages.get("run.progress"));
    bar.setMaxWidth(Double.MAX_VALUE);
    model.revision().subscribe((_, _) -> tick());
    model.state().subscribe(_ -> show());
    model.report.subscribe(_ -> show());
  }

  private void tick() {
    var story = model.story();
    line.setText(words.progress(story));
    bar.setProgress(story.totalSteps() == 0 ? 0 : (double) story.step() / story.totalSteps());
  }

  private void show() {
    tick();
    var state = model.state().get();
    getChildren()
        .setAll(
            switch (state) {
              case RUNNING, PAUSED -> alive(state);
              // Before the first look into its folder nothing is known of a run.
              case NEW -> model.revision().get() == 0 ? alive(state) : neverBegan();
              case FINISHED, STOPPED -> ended(model.report.get());
              case INTERRUPTED ->
                  broken(messages.get("interrupted.title"), interrupted(), ways(resume()));
              case FAILED -> broken(messages.get("failed.title"), failed(), ways(resume()));
            });
  }

  private List<Node> alive(RunState state) {
    var paused = state == RunState.PAUSED;
    var hold =
        paused
            ? button("train-go-on", Feather.PLAY, "go.on", controller.runs()::goOn)
            : button("train-pause", Feather.PAUSE, "pause", controller.runs()::pause);
    var stop = button("train-stop", Feather.SQUARE, "stop", controller.runs()::stop);
    hold.setDisable(state == RunState.NEW);
    line.setMinWidth(0);
    HBox.setHgrow(line, Priority.ALWAYS);
    line.setMaxWidth(Double.MAX_VALUE);
    var row = new HBox(line, hold, stop);
    row.getStyleClass().add("run-row");
    row.setAlignment(Pos.CENTER_LEFT);
    var fine = Controls.label(messages.get(paused ? "paused.fine" : "close.fine"), "muted");
    fine.setId("train-close-fine");
    return List.of(row, bar, fine);
  }

  private Button button(String id, Feather icon, String key, Runnable run) {
    var button = Controls.button(id, messages.get(key), run);
    button.setGraphic(Controls.icon(icon));
    return button;
  }

  private List<Node> ended(RunModel.Report known) {
    return switch (known) {
      case RunModel.Report.Unread(), RunModel.Report.Reading() ->
          List.of(Controls.label(messages.get("report.reading"), "muted"));
      case RunModel.Report.Read(var report) -> verdict(report);
      case RunModel.Report.Missing() ->
          broken(messages.get("report.none.title"), messages.get("report.none"), List.of());
      case RunModel.Report.Unreadable(var failure) ->
          broken(
              failure.problem().cause().in(ui.locale()),
              failure.problem().remedy().in(ui.locale()),
              List.of());
    };
  }

  private List<Node> neverBegan() {
    return broken(messages.get("never.title"), messages.get("never.sentence"), List.of(resume()));
  }

  private List<Node> verdict(RunReport report) {
    var sentence = Controls.paragraph(words.verdict(report), "verdict");
    sentence.setId("train-verdict");
    var icon =
        switch (report.verdict()) {
          case WIN -> Controls.icon(Feather.CHECK_CIRCLE, "role-right");
          case MARGINAL -> Controls.icon(Feather.MINUS_CIRCLE, "role-bm25");
          case REGRESSION -> Controls.icon(Feather.ARROW_DOWN_CIRCLE, "role-lost");
        };
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    var compare =
        Controls.primary(
            "train-compare",
            messages.get("compare"),
            () -> services.compare().accept(model.run.id()));
    var row = new HBox(icon, sentence, compare);
    row.getStyleClass().add("run-row");
    row.setAlignment(Pos.CENTER_LEFT);
    var bm25 = Controls.paragraph(words.bm25(report));
    bm25.setId("train-verdict-bm25");
    if (RunWords.judged(report).losesToBm25(report.metric())) {
      bm25.getStyleClass().add("role-bm25");
    }
    var interval = Controls.paragraph(words.interval(report), "muted");
    interval.setId("train-verdict-interval");
    var on =
        Controls.paragraph(
            messages.get(
                report.test() == null ? "verdict.on.validation" : "verdict.on.test",
                ui.formats().count(RunWords.judged(report).queries()),
                ui.formats().count(RunWords.judged(report).corpus()),
                report.model()),
            "muted",
            "small");
    var figures = new VBox(2, bm25, interval);
    general(report).forEach(figures.getChildren()::add);
    figures.getChildren().add(on);
    var dimensions = RunWords.judged(report).dimensions();
    return dimensions == null
        ? List.of(row, figures)
        : List.of(
            row,
            figures,
            new DimensionTable(
                messages, ui.formats(), RunWords.judged(report), report.metric(), dimensions));
  }

  /// What became of general language.
  private List<Label> general(RunReport report) {
    var forgetting = report.forgetting();
    if (forgetting == null || forgetting.languages().isEmpty()) {
      return List.of();
    }
    var lost = forgetting.problems(model.run.configuration().settings().method());
    if (lost.isEmpty()) {
      var kept = Controls.paragraph(words.general(forgetting), "muted");
      kept.setId("train-general");
      return List.of(kept);
    }
    return lost.stream()
        .map(problem -> {
          var said = problem.cause().in(ui.locale()) + " " + problem.remedy().in(ui.locale());
          var label = Controls.paragraph(said, "role-bm25");
          label.setId("train-forgotten");
          label.setGraphic(Controls.icon(Feather.ALERT_TRIANGLE, "role-bm25"));
          return label;
        })
        .toList();
  }

  private Button resume() {
    var resume =
        Controls.primary("train-resume", messages.get("resume"), controller.runs()::takeUp);
    resume.disableProperty().bind(model.reviving);
    return resume;
  }

  /// What can be done with a run that broke off: with something saved, its best can be kept as
  /// well.
  private List<Button> ways(Button resume) {
    if (model.story().checkpoint().isEmpty()) {
      return List.of(resume);
    }
    var keep =
        Controls.button("train-keep-best", messages.get("keep"), controller.runs()::keepBest);
    keep.disableProperty().bind(model.reviving);
    return List.of(keep, resume);
  }

  private List<Node> broken(String title, String sentence, List<Button> ways) {
    var text =
        new VBox(Controls.label(title, "section-title"), Controls.paragraph(sentence, "muted"));
    text.setId("train-broken");
    HBox.setHgrow(text, Priority.ALWAYS);
    var row = new HBox(Controls.icon(Feather.ALERT_TRIANGLE, "role-bm25"), text);
    row.getChildren().addAll(ways);
    row.getStyleClass().add("run-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return List.of(row);
  }

  private String interrupted() {
    var story = model.story();
    var kept =
        story.checkpoint().isPresent()
            ? messages.get("interrupted.kept", ui.formats().count(story.checkpoint().getAsInt()))
            : messages.get("interrupted.nothing");
    return messages.get("interrupted.sentence", ui.formats().count(story.step())) + " " + kept;
  }

  private String failed() {
    Optional<RunEvent.Failed> last =
        model.story().telling().stream()
            .filter(RunEvent.Failed.class::isInstance)
            .map(RunEvent.Failed.class::cast)
            .reduce((_, second) -> second);
    return last.map(words::event).orElse(messages.get("interrupted.nothing"));
  }
}
