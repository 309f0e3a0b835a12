package docimo.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * The environment of ONNX Runtime, kept until the process ends.
 *
 * <p>The library frees its environment in a shutdown hook of its own. Hooks run at the same time in
 * any order, so a request that is answered while the service stops would meet a freed environment,
 * and crash the process. The environment counts its holders; one more holder keeps it. There is no
 * public way to become one, so the way that the library itself takes is called by reflection.
 */
final class OnnxLibrary {

  private static final OrtEnvironment ENVIRONMENT = kept();

  private OnnxLibrary() {}

  /** The one environment of the process. */
  static OrtEnvironment environment() {
    return ENVIRONMENT;
  }

  private static OrtEnvironment kept() {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    try {
      Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
      api.setAccessible(true);
      Method create =
          OrtEnvironment.class.getDeclaredMethod(
              "createHandle", long.class, int.class, String.class);
      create.setAccessible(true);
      create.invoke(
          null,
          api.getLong(null),
          OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR.getValue(),
          OrtEnvironment.DEFAULT_NAME);
    } catch (ReflectiveOperationException e) {
      throw new EncoderException(
          "this release of ONNX Runtime cannot be kept open while docimo stops; use the release"
              + " that the pom names",
          e);
    }
    return environment;
  }
}
