package dev.retune.ui.shell;

import dev.retune.ui.support.Focus;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that mean the same on every screen.
final class ShellKeys {
  private static final List<KeyCode> DIGITS =
      List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5);
  private static final List<KeyCode> KEYPAD =
      List.of(KeyCode.NUMPAD1, KeyCode.NUMPAD2, KeyCode.NUMPAD3, KeyCode.NUMPAD4, KeyCode.NUMPAD5);

  private final Shell shell;

  ShellKeys(Shell shell) {
    this.shell = shell;
    shell.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    shell.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    // Not a filter: Esc first belongs to what is being edited.
    shell.addEventHandler(KeyEvent.KEY_PRESSED, this::left);
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown()) {
      int step = Math.max(DIGITS.indexOf(event.getCode()), KEYPAD.indexOf(event.getCode()));
      if (step >= 0) {
        shell.showStep(step);
        event.consume();
      }
    } else if (event.getCode() == KeyCode.F6) {
      shell.movePane(event.isShiftDown() ? -1 : 1);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && shell.escape()) {
      event.consume();
    }
  }

  private void left(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE
        && Focus.field(shell.getScene().getFocusOwner()).isPresent()) {
      shell.leaveField();
      event.consume();
    }
  }

  private void typed(KeyEvent event) {
    if (event.isShortcutDown() || Focus.field(shell.getScene().getFocusOwner()).isPresent()) {
      return;
    }
    switch (event.getCharacter()) {
      case "/" -> {
        if (shell.focusSearch()) {
          event.consume();
        }
      }
      case "?" -> {
        shell.toggleKeys();
        event.consume();
      }
      default -> {}
    }
  }
}
