package dev.retune.ui.pairs;

import dev.retune.pair.ReviewStatus;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.FailedPane;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Placeholder;
import dev.retune.ui.support.StatePane;
import dev.retune.ui.support.Ui;
import java.util.ArrayList;
import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// What stands in the place of the table in each state.
final class PairsStates {
  private final Ui ui;
  private final Messages messages;
  private final PairsServices services;
  private final PairsModel model;
  private final PairsController controller;
  private final WriteController writing;
  private final Node full;
  private final Node noMatch;

  PairsStates(
      Ui ui,
      PairsServices services,
      PairsModel model,
      PairsController controller,
      WriteController writing,
      Node full) {
    this.ui = ui;
    this.messages = ui.messages(PairsStates.class);
    this.services = services;
    this.model = model;
    this.controller = controller;
    this.writing = writing;
    this.full = full;
    // The filter may change while nothing passes it.
    this.noMatch = new StatePane(model.filter, this::noMatch);
  }

  Node view(PairsState state) {
    return switch (state) {
      case LOADING -> placeholder("loading", Feather.CLOCK);
      case NO_PASSAGES ->
          placeholder("no-passages", Feather.FILE_TEXT)
              .actions(
                  Controls.primary(
                      "pairs-to-documents", messages.get("to.documents"), services.toDocuments()),
                  Controls.link("pairs-sample", messages.get("sample"), services.openSample()));
      case NO_PAIRS ->
          placeholder("no-pairs", Feather.MESSAGE_SQUARE)
              .actions(
                  Controls.primary("pairs-first-write", messages.get("write.open"), writing::open),
                  Controls.link(
                      "pairs-first-add",
                      messages.get("add.first"),
                      () -> model.panel.set(PairsModel.Panel.ADD)));
      case CLEARED ->
          placeholder("cleared", Feather.INBOX)
              .actions(
                  Controls.primary("pairs-cleared-undo", messages.get("undo"), controller::undo),
                  Controls.link("pairs-cleared-write", messages.get("write.open"), writing::open));
      case NO_MATCH -> noMatch;
      case FULL -> full;
      case FAILED -> failed();
    };
  }

  private Placeholder placeholder(String key, Feather icon) {
    return new Placeholder(
        "pairs-" + key, icon, messages.get(key + ".title"), messages.get(key + ".sentence"));
  }

  private Node noMatch(PairFilter filter) {
    var what = Controls.label(describe(filter), "muted");
    what.setId("pairs-no-match-filter");
    var done = filter.equals(PairFilter.NONE.withStatus(Optional.of(ReviewStatus.TO_REVIEW)));
    var clear =
        Controls.primary(
            "pairs-clear-filter",
            messages.get(done ? "show.all" : "filter.clear"),
            () -> model.filter.set(PairFilter.NONE));
    return done
        ? placeholder("all-judged", Feather.CHECK_CIRCLE).actions(clear)
        : placeholder("no-match", Feather.FILTER).more(what).actions(clear);
  }

  /// The filter in words: "To review · TM-12 · “torque”".
  private String describe(PairFilter filter) {
    var parts = new ArrayList<String>();
    filter.status().ifPresent(status -> parts.add(messages.get("filter." + status)));
    filter
        .document()
        .flatMap(
            id -> model.rows.list().stream().filter(row -> row.documentId().equals(id)).findFirst())
        .ifPresent(row -> parts.add(row.documentName()));
    filter.origin().ifPresent(origin -> parts.add(Words.origin(messages, origin)));
    filter.flag().ifPresent(flag -> parts.add(messages.get("flag." + flag)));
    if (!filter.search().isBlank()) {
      parts.add(messages.get("filter.words", filter.search().strip()));
    }
    return String.join(" · ", parts);
  }

  private Node failed() {
    return model
        .failure
        .get()
        .<Node>map(failure ->
            FailedPane.of(
                ui,
                "pairs-failed",
                failure,
                messages.get("failed.kept"),
                Controls.primary("pairs-retry", messages.get("retry"), controller::load)))
        .orElse(full);
  }
}
