package docimo.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request whose body was received already, or as much of it as came. Read by one thread. */
final class ReceivedRequest extends Request.Wrapper {

  private final Content.Chunk end;
  private Content.@Nullable Chunk body;

  /**
   * @param bytes what came
   * @param failure why no more came; null when this is all
   */
  ReceivedRequest(Request request, byte[] bytes, @Nullable IOException failure) {
    super(request);
    this.end = failure == null ? Content.Chunk.EOF : Content.Chunk.from(failure, true);
    this.body = bytes.length == 0 ? null : Content.Chunk.from(ByteBuffer.wrap(bytes), false);
  }

  @Override
  public Content.Chunk read() {
    Content.Chunk next = body;
    body = null;
    return next == null ? end : next;
  }

  @Override
  public void demand(Runnable callback) {
    callback.run(); // all there will be is there
  }
}
