package dev.retune.encoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `…/embeddings` answers: `{"data":[{"index":0,"embedding":[…]},…]}`, where an embedding is a
/// list of numbers or, in base64, float32 in little-endian order.
final class EmbeddingsAnswer {
  private EmbeddingsAnswer() {}

  /// @return scaled to length 1, by index
  /// @throws JsonProcessingException if it is torn or of another form
  /// @throws dev.retune.text.ProblemException if a vector has another dimension than the address's
  static List<float[]> read(String body, int texts, RemoteAddress address)
      throws JsonProcessingException {
    var data = Json.mapper().readTree(body).path("data");
    var vectors = new float[texts][];
    for (int i = 0; i < data.size(); i++) {
      var index = data.path(i).path("index").asInt(i);
      if (index < 0 || index >= texts || vectors[index] != null) {
        throw strange("index");
      }
      vectors[index] = unit(vector(data.path(i).path("embedding")), address);
    }
    if (data.size() != texts) {
      throw strange("data");
    }
    return Arrays.asList(vectors);
  }

  private static float[] vector(JsonNode embedding) throws JsonProcessingException {
    if (embedding.isTextual()) {
      return decoded(embedding.asText());
    }
    var vector = new float[embedding.size()];
    for (int i = 0; i < vector.length; i++) {
      if (!embedding.path(i).isNumber()) {
        throw strange("embedding");
      }
      vector[i] = embedding.path(i).floatValue();
    }
    return vector;
  }

  private static float[] decoded(String base64) throws JsonProcessingException {
    try {
      var bytes = Base64.getDecoder().decode(base64);
      var vector = new float[bytes.length / Float.BYTES];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
      return vector;
    } catch (IllegalArgumentException _) {
      throw strange("embedding");
    }
  }

  private static float[] unit(float[] vector, RemoteAddress address)
      throws JsonProcessingException {
    // While an address is tried out, its dimension is not known yet.
    if (address.dimension() != 0 && vector.length != address.dimension()) {
      throw Problem.of(
              EmbeddingsAnswer.class,
              "remote.dimension",
              address.model(),
              Integer.toString(vector.length),
              Integer.toString(address.dimension()))
          .exception();
    }
    double sum = 0;
    for (var number : vector) {
      sum += (double) number * number;
    }
    var length = Math.sqrt(sum);
    if (!(length > 0) || Double.isInfinite(length)) {
      throw strange("embedding");
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }

  private static JsonProcessingException strange(String part) {
    return MismatchedInputException.from(null, (@Nullable Class<?>) null, part);
  }
}
