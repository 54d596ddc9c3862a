package dev.retune.ui.models;

import dev.retune.encoder.RemoteAddress;
import dev.retune.model.ModelEntry;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.workflow.ConnectModel;
import dev.retune.workflow.ProjectSession;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// The models as an open project sees them: those of its ended runs are taken in first.
public final class SessionModels implements ModelsPort {
  private final ProjectSession session;

  public SessionModels(ProjectSession session) {
    this.session = session;
  }

  @Override
  public Known models() {
    var own = session.runs().collect().stream().map(ModelEntry::id).collect(Collectors.toSet());
    return new Known(session.workbench().models().list(), own);
  }

  @Override
  public void export(ModelEntry model, Path target, Progress progress) {
    var catalogue = session.workbench().models();
    catalogue.export(catalogue.ensure(model.id(), progress), target, progress);
  }

  @Override
  public void exportAdapter(ModelEntry model, Path target, Progress progress) {
    session.workbench().models().exportAdapter(model, target, progress);
  }

  @Override
  public ModelEntry importFolder(Path folder, String name, Progress progress) {
    return session.workbench().models().importFolder(folder, name, progress);
  }

  @Override
  public ModelEntry connect(RemoteAddress address, Progress progress) {
    return new ConnectModel(session.workbench()).run(address, address.model(), progress);
  }

  @Override
  public void remove(ModelEntry model) {
    if (model.kind() != ModelEntry.Kind.BASE && session.model().id().equals(model.id())) {
      throw Problem.of(SessionModels.class, "remove.base", model.name()).exception();
    }
    session.workbench().models().remove(model.id());
  }
}
