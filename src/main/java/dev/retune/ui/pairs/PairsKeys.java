package dev.retune.ui.pairs;

import dev.retune.pair.ReviewStatus;
import dev.retune.ui.support.KeyHelp;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Shortcut;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of the pairs screen: one for each decision, none while a text is being typed.
final class PairsKeys {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private static final long REPEATS_WITHIN_NANOS = 700_000_000L;

  private final PairsModel model;
  private final PairsController controller;
  private final Runnable edit;
  private final Map<KeyCode, Long> held = new EnumMap<>(KeyCode.class);

  PairsKeys(PairsModel model, PairsController controller, Runnable edit) {
    this.model = model;
    this.controller = controller;
    this.edit = edit;
  }

  void install(Node root) {
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (!(event.getTarget() instanceof TextInputControl)
              && (repeated(event) || handle(event))) {
            event.consume();
          }
        });
    root.addEventFilter(KeyEvent.KEY_RELEASED, event -> held.remove(event.getCode()));
  }

  /// Whether the key is merely still held down: one press is one decision. A release that went to
  /// another window is forgotten once the key has rested for longer than keyboards take to repeat.
  private boolean repeated(KeyEvent event) {
    var code = event.getCode();
    var decides = code.isLetterKey() || code.isDigitKey() || code == KeyCode.DELETE;
    if (!decides) {
      return false;
    }
    var now = System.nanoTime();
    // With Ctrl too: when Ctrl is let go before A, "select all" must not end as "accept all".
    var before = held.put(code, now);
    return !event.isShortcutDown() && before != null && now - before < REPEATS_WITHIN_NANOS;
  }

  private boolean handle(KeyEvent event) {
    if (REDO.match(event)) {
      controller.redo();
      return true;
    }
    if (UNDO.match(event)) {
      controller.undo();
      return true;
    }
    if (event.isShortcutDown() || event.isAltDown() || inPanel(event.getTarget())) {
      return false;
    }
    if (event.getCode() == KeyCode.U) {
      controller.undo(); // also where the last decision left nothing to show
      return true;
    }
    if (model.state().get() != PairsState.FULL) {
      return false;
    }
    switch (event.getCode()) {
      case A -> controller.decide(ReviewStatus.ACCEPTED);
      case R -> controller.decide(ReviewStatus.REJECTED);
      case E, F2 -> edit.run();
      case O -> controller.toPassage();
      case DELETE -> controller.remove();
      case DIGIT0, NUMPAD0 -> controller.grade(0);
      case DIGIT1, NUMPAD1 -> controller.grade(1);
      case DIGIT2, NUMPAD2 -> controller.grade(2);
      case DIGIT3, NUMPAD3 -> controller.grade(3);
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Letters in the lists and menus of a panel above the table choose there; they decide nothing.
  private static boolean inPanel(EventTarget target) {
    for (var node = target instanceof Node at ? at : null; node != null; node = node.getParent()) {
      if (node.getStyleClass().contains("pairs-panel")) {
        return true;
      }
    }
    return false;
  }

  static List<KeyHelp> help(Messages messages) {
    return List.of(
        new KeyHelp("A", messages.get("help.accept")),
        new KeyHelp("R", messages.get("help.reject")),
        new KeyHelp("E", messages.get("help.edit")),
        new KeyHelp("O", messages.get("help.open")),
        new KeyHelp("0–3", messages.get("help.grade")),
        new KeyHelp("U", messages.get("help.undo")),
        new KeyHelp(
            Shortcut.with("Z") + ", " + Shortcut.with("Shift+Z"), messages.get("help.redo")),
        new KeyHelp("Del", messages.get("help.remove")),
        new KeyHelp("Shift+↑↓", messages.get("help.select")));
  }
}
