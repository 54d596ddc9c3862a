package dev.retune.model;

import dev.retune.encoder.ModelCard;
import dev.retune.encoder.Pooling;
import dev.retune.encoder.Prompts;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The models that travel with the program, as the ONNX files of LangChain4j's artifacts.
enum BaseModel {
  SMALL_EN(
      "bge-small-en-v1.5",
      "en",
      BaseModel.BGE_EN_QUERY,
      "811c91a50b55dc85138603ce0fc37e9fec63fcc134036bb6450e2765264dc47a"),
  SMALL_ZH(
      "bge-small-zh-v1.5",
      "zh",
      BaseModel.BGE_ZH_QUERY,
      "b68ba6e0f8cd8dc2fe9e767f6f2b883705c4ee34fd3f1cf0c2f04cc44497f16e");

  private static final String BGE_EN_QUERY =
      "Represent this sentence for searching relevant passages: ";
  private static final String BGE_ZH_QUERY = "为这个句子生成表示以用于检索相关文章：";

  private final String id;
  private final String language;
  private final String queryPrompt;
  private final String fingerprint;

  BaseModel(String id, String language, String queryPrompt, String fingerprint) {
    this.id = id;
    this.language = language;
    this.queryPrompt = queryPrompt;
    this.fingerprint = fingerprint;
  }

  static Optional<BaseModel> of(String id) {
    return Arrays.stream(values()).filter(model -> model.id.equals(id)).findFirst();
  }

  String id() {
    return id;
  }

  /// The fingerprint that its folder must have.
  String fingerprint() {
    return fingerprint;
  }

  Pooling pooling() {
    return Pooling.CLS;
  }

  Prompts prompts() {
    return new Prompts(queryPrompt, "");
  }

  ModelCard card() {
    var text =
        """
        BAAI's [%s](https://huggingface.co/BAAI/%s) (MIT licence), converted from the ONNX file \
        that LangChain4j distributes.
        """
            .formatted(id, id);
    return new ModelCard(id, List.of(language, "base-model"), text);
  }

  /// @throws dev.retune.text.ProblemException if the program was packed without it
  OnnxSource source() {
    return new OnnxSource(id, resource(id + ".onnx"), resource(id + "-tokenizer.json"));
  }

  private ByteBuffer resource(String name) {
    try (var in = BaseModel.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw Problem.of(BaseModel.class, "not_packed", id).exception();
      }
      return ByteBuffer.wrap(in.readAllBytes());
    } catch (IOException e) {
      throw Problem.of(BaseModel.class, "read", name, Reason.of(e)).exception(e);
    }
  }
}
