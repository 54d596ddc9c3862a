package dev.retune.encoder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files sentence-transformers (all versions up to 5.3, and later ones still) reads beside a
/// transformer.
final class SentenceTransformersFiles {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SentenceTransformersFiles() {}

  static void write(Path folder, ModelParts parts) throws IOException {
    var modules = JSON.arrayNode();
    module(modules, "Transformer", "");
    module(modules, "Pooling", "1_Pooling");
    Files.createDirectory(folder.resolve("1_Pooling"));
    ModelFolderWriter.json(folder.resolve("1_Pooling/config.json"), pooling(parts));
    if (parts.normalize()) {
      module(modules, "Normalize", "2_Normalize");
      Files.createDirectory(folder.resolve("2_Normalize"));
    }
    head(folder, modules, parts.head());
    ModelFolderWriter.json(folder.resolve("modules.json"), modules);
    ModelFolderWriter.json(
        folder.resolve("sentence_bert_config.json"),
        JSON.objectNode()
            .put("max_seq_length", parts.maxTokens())
            .put("do_lower_case", parts.lowerCase()));
    ModelFolderWriter.json(folder.resolve("config_sentence_transformers.json"), top(parts));
  }

  /// The layers behind pooled vectors alone, with a `modules.json` that names nothing else.
  static void writeHead(Path folder, Head head) throws IOException {
    var modules = JSON.arrayNode();
    head(folder, modules, head);
    ModelFolderWriter.json(folder.resolve("modules.json"), modules);
  }

  private static void head(Path folder, ArrayNode modules, Head head) throws IOException {
    if (head.isNone()) {
      return;
    }
    if (head.shared()) {
      for (var layer : head.query()) {
        var name = modules.size() + "_Dense";
        module(modules, "Dense", name);
        HeadWriter.dense(folder.resolve(name), layer);
      }
    } else {
      var name = modules.size() + "_Router";
      module(modules, "Router", name);
      HeadWriter.router(folder.resolve(name), head);
    }
    if (head.normalize()) {
      var name = modules.size() + "_Normalize";
      module(modules, "Normalize", name);
      Files.createDirectory(folder.resolve(name));
    }
  }

  private static void module(ArrayNode modules, String type, String path) {
    var index = modules.size();
    modules
        .addObject()
        .put("idx", index)
        .put("name", Integer.toString(index))
        .put("path", path)
        .put("type", "sentence_transformers.models." + type);
  }

  private static Object pooling(ModelParts parts) {
    var config = parts.config();
    // DistilBERT has its own name for it.
    var width = config.path(config.has("dim") ? "dim" : "hidden_size").asInt();
    var mode = parts.pooling();
    return JSON.objectNode()
        .put("word_embedding_dimension", width)
        .put("pooling_mode_cls_token", mode == Pooling.CLS)
        .put("pooling_mode_mean_tokens", mode == Pooling.MEAN)
        .put("pooling_mode_max_tokens", false)
        .put("pooling_mode_mean_sqrt_len_tokens", false)
        .put("pooling_mode_weightedmean_tokens", false)
        .put("pooling_mode_lasttoken", mode == Pooling.LAST)
        .put("include_prompt", true);
  }

  private static Object top(ModelParts parts) {
    var top = JSON.objectNode();
    // The versions whose layout this is, not versions that took part in writing it.
    top.putObject("__version__")
        .put("sentence_transformers", "3.4.1")
        .put("transformers", "4.48.0")
        .put("pytorch", "2.7.1");
    // "document" is the name that sentence-transformers looks for first on the passages' side.
    top.putObject("prompts")
        .put("query", parts.prompts().query())
        .put("document", parts.prompts().passage());
    top.putNull("default_prompt_name");
    top.put(
        "similarity_fn_name",
        switch (parts.similarity()) {
          case COSINE -> "cosine";
          case DOT -> "dot";
        });
    return top;
  }
}
