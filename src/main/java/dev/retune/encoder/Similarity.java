package dev.retune.encoder;

/// How two vectors are compared; larger is more alike.
public enum Similarity {
  COSINE,
  DOT;

  /// How alike two vectors of one length are; the cosine with a zero vector is 0.
  public double of(float[] a, float[] b) {
    double product = dot(a, b);
    return switch (this) {
      case DOT -> product;
      case COSINE -> product == 0 ? 0 : product / Math.sqrt(dot(a, a) * dot(b, b));
    };
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (double) a[d] * b[d];
    }
    return sum;
  }
}
