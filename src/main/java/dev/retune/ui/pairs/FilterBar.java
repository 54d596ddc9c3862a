package dev.retune.ui.pairs;

import dev.retune.pair.Origin;
import dev.retune.pair.PairCounts;
import dev.retune.pair.ReviewStatus;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// Which pairs are shown: by status with counts, by document, origin and flag.
final class FilterBar extends HBox {
  private final Ui ui;
  private final Messages messages;
  private final PairsModel model;

  FilterBar(Ui ui, PairsModel model) {
    this.ui = ui;
    this.messages = ui.messages(FilterBar.class);
    this.model = model;
    setId("pairs-filters");
    getStyleClass().add("filter-bar");
    setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            chip("pairs-all", Optional.empty(), PairCounts::all),
            chip("pairs-to-review", Optional.of(ReviewStatus.TO_REVIEW), PairCounts::toReview),
            chip("pairs-accepted", Optional.of(ReviewStatus.ACCEPTED), PairCounts::accepted),
            chip("pairs-rejected", Optional.of(ReviewStatus.REJECTED), PairCounts::rejected),
            Controls.spacer(),
            documents(),
            origins(),
            flags());
    var usable = model.state().map(s -> s == PairsState.FULL || s == PairsState.NO_MATCH);
    visibleProperty().bind(usable);
    managedProperty().bind(usable);
  }

  private ToggleButton chip(
      String id, Optional<ReviewStatus> status, ToIntFunction<PairCounts> count) {
    var chip = new ToggleButton();
    var name = messages.get(status.map(s -> "filter." + s).orElse("filter.all"));
    chip.setId(id);
    chip.getStyleClass().add("filter-chip");
    model
        .counts()
        .subscribe(counts -> {
          var number = ui.formats().count(count.applyAsInt(counts));
          chip.setText(name + " " + number);
          chip.setAccessibleText(messages.get("filter.named", name, number));
        });
    model.filter.subscribe(filter -> chip.setSelected(filter.status().equals(status)));
    chip.setOnAction(_ -> {
      model.filter.set(model.filter.get().withStatus(status));
      chip.setSelected(true);
    });
    return chip;
  }

  private FilterMenu<UUID> documents() {
    return new FilterMenu<>(
        "pairs-document",
        messages.get("filter.document"),
        messages.get("filter.any"),
        () -> {
          var names = new LinkedHashMap<UUID, String>();
          model.rows.list().forEach(row -> names.putIfAbsent(row.documentId(), row.documentName()));
          return names;
        },
        model.filter,
        PairFilter::document,
        PairFilter::withDocument);
  }

  private FilterMenu<Origin> origins() {
    return new FilterMenu<>(
        "pairs-origin",
        messages.get("filter.origin"),
        messages.get("filter.any"),
        () -> {
          var names = new LinkedHashMap<Origin, String>();
          Arrays.stream(Origin.values())
              .forEach(origin -> names.put(origin, Words.origin(messages, origin)));
          return names;
        },
        model.filter,
        PairFilter::origin,
        PairFilter::withOrigin);
  }

  private FilterMenu<PairFlag> flags() {
    return new FilterMenu<>(
        "pairs-flag",
        messages.get("filter.flag"),
        messages.get("filter.any"),
        () -> {
          var names = new LinkedHashMap<PairFlag, String>();
          for (var flag : PairFlag.values()) {
            var number = ui.formats().count(model.flagged(flag));
            names.put(flag, messages.get("flag." + flag) + " " + number);
          }
          return names;
        },
        model.filter,
        PairFilter::flag,
        PairFilter::withFlag);
  }
}
