package docimo.app;

/** A model that docimo needs is missing, damaged or not the one that was pinned. */
public final class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String model;

  /**
   * @param model the model's name in the manifest
   * @param problem what is wrong with it
   * @param remedy what to do about it
   */
  public ModelException(String model, String problem, String remedy) {
    super("model '" + model + "': " + problem + "; " + remedy);
    this.model = model;
  }

  /** The model's name in the manifest. */
  public String model() {
    return model;
  }
}
