package dev.retune.ui.models;

import dev.retune.model.ModelEntry;

/// Programs that use a model, ready to run.
final class Snippets {
  private Snippets() {}

  /// For Python with sentence-transformers 5 or later, whose `encode_query` applies the model's own
  /// query prompt.
  static String python(ModelEntry entry) {
    return """
    from sentence_transformers import SentenceTransformer  # 5.0 or later

    model = SentenceTransformer("%s")
    questions = model.encode_query(["What torque does the gland nut take?"])
    passages = model.encode_document(["Tighten the M8 gland nut to 14 N·m.", "Change the filter yearly."])
    print(model.similarity(questions, passages))
    """
        .formatted(escaped(entry))
        .stripTrailing();
  }

  /// For Java with this program's jars on the class path.
  static String java(ModelEntry entry) {
    return java(entry, "LocalEmbedder.open(ModelFolder.read(Path.of(\"%s\")))");
  }

  /// The same for a model behind an address, with the key in its environment variable.
  static String javaRemote(ModelEntry entry) {
    return java(
        entry, "Model.read(Path.of(\"%s\")).open(EmbedOptions.defaults(), vectors -> vectors)");
  }

  private static String java(ModelEntry entry, String open) {
    return """
    import dev.retune.encoder.*;
    import dev.retune.task.Progress;
    import java.nio.file.Path;
    import java.util.List;

    void main() {
      try (var model = %s) {
        float[] question =
            model.embed(List.of("What torque does the gland nut take?"), InputType.QUERY, Progress.none())[0];
        float[] passage =
            model.embed(List.of("Tighten the M8 gland nut to 14 N·m."), InputType.PASSAGE, Progress.none())[0];
        double cosine = 0;
        for (int i = 0; i < question.length; i++) cosine += question[i] * passage[i];
        IO.println(cosine);
      }
    }
    """
        .formatted(open.formatted(escaped(entry)))
        .stripTrailing();
  }

  private static String escaped(ModelEntry entry) {
    return entry.folder().toString().replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
