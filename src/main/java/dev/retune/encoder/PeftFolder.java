package dev.retune.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A LoRA adapter as PEFT keeps it: `adapter_config.json` and `adapter_model.safetensors`; and
/// beside them, as sentence-transformers does, what surrounds the encoder, because a training may
/// change that too (prompts, scaling to length 1, a layer that turns the vectors). PEFT reads the
/// first two, sentence-transformers the whole folder, with the base from where the first one says.
///
/// @param path the folder
/// @param config rank, scale and targets
/// @param baseFingerprint of the base model it was trained on; empty if the folder does not say
/// @param updates A and B by the names of [LoraLayers#parameters]
/// @param matryoshka the lengths that its vectors were trained to be cut to; empty for none
public record PeftFolder(
    Path path,
    LoraConfig config,
    String baseFingerprint,
    Map<String, FloatTensor> updates,
    List<Integer> matryoshka) {
  private static final String CONFIG = "adapter_config.json";
  private static final String WEIGHTS = "adapter_model.safetensors";

  /// What PEFT puts in front of a layer's name.
  private static final String PREFIX = "base_model.model.";

  /// Our own keys; PEFT warns of keys that it does not know and goes on.
  private static final String FINGERPRINT = "retune_base_fingerprint";

  private static final String MATRYOSHKA = "retune_matryoshka_dimensions";

  /// Writes the folder, whole or not at all.
  ///
  /// @param base the model that the updates belong to
  /// @param like the base with what is done to its vectors after the training
  /// @param prompts that the updates were trained with
  /// @param matryoshka the lengths that its vectors were trained to be cut to; empty for none
  /// @throws dev.retune.text.ProblemException if it cannot be written
  public static void write(
      Path target,
      ModelFolder base,
      ModelFolder like,
      Prompts prompts,
      LoraConfig config,
      Map<String, FloatTensor> updates,
      List<Integer> matryoshka) {
    FolderSwap.write(
        target,
        folder -> {
          ModelFolderWriter.json(folder.resolve(CONFIG), json(base, config, matryoshka));
          var named = new TreeMap<String, FloatTensor>();
          updates.forEach((name, tensor) -> named.put(PREFIX + name, tensor));
          try (var out = Files.newOutputStream(folder.resolve(WEIGHTS))) {
            SafetensorsWriter.write(out, named);
          }
          ModelFolderWriter.surroundings(folder, like, prompts);
        });
  }

  private static Map<String, Object> json(
      ModelFolder base, LoraConfig config, List<Integer> matryoshka) {
    var json = new LinkedHashMap<String, Object>();
    json.put("peft_type", "LORA");
    json.put("task_type", "FEATURE_EXTRACTION");
    json.put("base_model_name_or_path", base.path().toString());
    json.put("r", config.rank());
    json.put("lora_alpha", config.alpha());
    json.put("lora_dropout", config.dropout());
    json.put("target_modules", config.targets(base.config().family()));
    json.put("use_rslora", config.rankStabilised());
    json.put("use_dora", false);
    json.put("bias", "none");
    json.put("fan_in_fan_out", false);
    json.put("inference_mode", true);
    json.put("init_lora_weights", true);
    json.put("modules_to_save", null);
    json.put("rank_pattern", Map.of());
    json.put("alpha_pattern", Map.of());
    json.put(FINGERPRINT, base.fingerprint());
    if (!matryoshka.isEmpty()) {
      json.put(MATRYOSHKA, matryoshka);
    }
    return json;
  }

  /// Whether `folder` holds an adapter.
  public static boolean is(Path folder) {
    return Files.isRegularFile(folder.resolve(CONFIG));
  }

  /// @throws dev.retune.text.ProblemException if a file is missing or damaged, or the adapter is of
  ///   a kind that this program cannot merge (DoRA, trained biases, ranks that differ by layer)
  public static PeftFolder read(Path folder) {
    var file = folder.resolve(CONFIG);
    if (!Files.isRegularFile(file) || !Files.isRegularFile(folder.resolve(WEIGHTS))) {
      throw Problem.of(PeftFolder.class, "peft.missing", folder).exception();
    }
    var json = Json.read(file, JsonNode.class);
    refuse(file, json, "peft_type", "LORA");
    refuse(file, json, "bias", "none");
    if (json.path("use_dora").asBoolean(false)
        || json.path("fan_in_fan_out").asBoolean(false)
        || !json.path("rank_pattern").isEmpty()
        || !json.path("alpha_pattern").isEmpty()
        || !json.path("modules_to_save").isEmpty()) {
      throw Problem.of(PeftFolder.class, "peft.kind", file).exception();
    }
    var targets = new ArrayList<String>();
    json.path("target_modules").forEach(target -> targets.add(target.asText()));
    var config =
        new LoraConfig(
            json.path("r").asInt(),
            json.path("lora_alpha").asDouble(),
            json.path("lora_dropout").asDouble(),
            targets,
            json.path("use_rslora").asBoolean(false));
    if (config.rank() < 1 || targets.isEmpty()) {
      throw Problem.of(PeftFolder.class, "peft.kind", file).exception();
    }
    var matryoshka = new ArrayList<Integer>();
    json.path(MATRYOSHKA).forEach(length -> matryoshka.add(length.asInt()));
    return new PeftFolder(
        folder,
        config,
        json.path(FINGERPRINT).asText(""),
        updates(folder.resolve(WEIGHTS)),
        matryoshka);
  }

  /// `base` with what the folder says of pooled vectors, which may be nothing.
  ///
  /// @throws dev.retune.text.ProblemException if the folder asks for something this program cannot
  ///   do
  public ModelFolder surrounding(ModelFolder base) {
    if (!surrounds()) {
      return base;
    }
    var layout = FolderLayout.read(path, base.pooling());
    if (layout.pooling() != base.pooling()) {
      throw Problem.of(PeftFolder.class, "peft.base", path, base.path()).exception();
    }
    return base.withNormalize(layout.normalize()).withHead(layout.head());
  }

  /// The prompts that it was trained with; those of `base` if the folder has none of its own.
  public Prompts prompts(ModelFolder base) {
    return surrounds() ? FolderLayout.read(path, base.pooling()).prompts() : base.prompts();
  }

  private boolean surrounds() {
    return Files.isRegularFile(path.resolve("modules.json"));
  }

  private static void refuse(Path file, JsonNode json, String key, String wanted) {
    if (json instanceof ObjectNode && !wanted.equals(json.path(key).asText(wanted))) {
      throw Problem.of(PeftFolder.class, "peft.kind", file).exception();
    }
  }

  private static Map<String, FloatTensor> updates(Path file) {
    var updates = new TreeMap<String, FloatTensor>();
    Safetensors.read(file)
        .forEach((name, tensor) -> {
          if (!tensor.finite()) {
            throw Problem.of(ModelWeights.class, "not_finite", file, name).exception();
          }
          updates.put(name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name, tensor);
        });
    return updates;
  }

  /// The base model's weights that the updates change, with the updates added in: `W + scale · B
  /// A`, by name.
  ///
  /// @throws dev.retune.text.ProblemException if the adapter was trained on another base, or its
  ///   updates do not fit the base's weights
  public Map<String, FloatTensor> merge(ModelFolder base) {
    if (!baseFingerprint.isEmpty() && !baseFingerprint.equals(base.fingerprint())) {
      throw Problem.of(PeftFolder.class, "peft.base", path, base.path()).exception();
    }
    try {
      return LoraLayers.merge(base, updates, config.scale());
    } catch (IllegalArgumentException e) {
      throw Problem.of(PeftFolder.class, "peft.shape", path, Reason.of(e)).exception(e);
    }
  }
}
