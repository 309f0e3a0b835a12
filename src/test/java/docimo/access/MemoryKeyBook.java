package docimo.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keys in memory, with what was asked of them. For one thread. */
final class MemoryKeyBook implements KeyBook {

  final Map<String, KeyRecord> kept = new LinkedHashMap<>();
  final List<String> acts = new ArrayList<>();
  int finds;
  int uses;

  @Override
  public Optional<KeyRecord> find(String id) {
    finds++;
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public List<KeyRecord> of(String tenant) {
    return kept.values().stream().filter(key -> key.key().tenant().equals(tenant)).toList();
  }

  @Override
  public boolean isEmpty() {
    finds++;
    return kept.isEmpty();
  }

  @Override
  public void insert(KeyRecord key, String actor) {
    kept.put(key.key().id(), key);
    acts.add("CREATED by " + actor);
  }

  @Override
  public KeyRecord change(
      String id, Act act, String actor, Instant at, UnaryOperator<KeyRecord> change) {
    KeyRecord before =
        Optional.ofNullable(kept.get(id)).orElseThrow(() -> new NoSuchAccessException("key", id));
    KeyRecord after = change.apply(before);
    kept.put(id, after);
    acts.add(act + " by " + actor);
    return after;
  }

  @Override
  public void used(String id, Instant at) {
    uses++;
  }
}
