package dev.retune.ui.support;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What the steps share: a name, and a view that is built when it is first asked for.
///
/// @param <V> the view; the model behind it lives from the start, because the rail shows its state
public abstract class StepScreen<V extends ScreenView> implements Screen {
  private final String id;
  private final Messages messages;
  private @Nullable V view;

  /// @param id stable name; `title` among `messages` is its name in the rail
  protected StepScreen(String id, Messages messages) {
    this.id = id;
    this.messages = messages;
  }

  /// Builds the view; called once.
  protected abstract V build();

  /// The view, built on the first call.
  protected final V view() {
    var built = view;
    if (built == null) {
      built = build();
      view = built;
    }
    return built;
  }

  protected final Messages messages() {
    return messages;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String title() {
    return messages.get("title");
  }

  @Override
  public final Region node() {
    return view().root();
  }

  @Override
  public final Optional<TextInputControl> searchField() {
    return view().searchField();
  }

  @Override
  public final List<Node> panes() {
    return view().panes();
  }
}
