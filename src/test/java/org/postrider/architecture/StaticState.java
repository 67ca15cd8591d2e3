package org.postrider.architecture;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.Buffer;
import java.security.MessageDigest;
import java.text.Format;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import javax.crypto.Mac;

/**
 * Looks for state that the whole program would share: a static field that is not final, or whose
 * declared type is made to change. A constant collection is declared as {@code List}, {@code Set}
 * or {@code Map}, which says that nobody will change it; a constant array must be private.
 */
public final class StaticState {

  private static final Set<Class<?>> CONSTANT_COLLECTIONS =
      Set.of(Collection.class, List.class, Set.class, Map.class);

  private static final List<Class<?>> MADE_TO_CHANGE =
      List.of(
          Collection.class,
          Map.class,
          Appendable.class,
          Buffer.class,
          BitSet.class,
          Date.class,
          Calendar.class,
          Format.class,
          Thread.class,
          ThreadLocal.class,
          Executor.class,
          LongAdder.class,
          RandomGenerator.class,
          AutoCloseable.class,
          Matcher.class,
          MessageDigest.class,
          Mac.class);

  private static final Set<String> PACKAGES_MADE_TO_CHANGE =
      Set.of("java.util.concurrent", "java.util.concurrent.atomic", "java.util.concurrent.locks");

  private StaticState() {}

  /** One sentence for each such field of {@code type}. */
  public static List<String> complaints(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
        .flatMap(StaticState::complaint)
        .sorted()
        .toList();
  }

  private static Stream<String> complaint(Field field) {
    return reason(field).stream()
        .map(
            reason ->
                "%s.%s is static state: %s; give each object its own."
                    .formatted(field.getDeclaringClass().getName(), field.getName(), reason));
  }

  private static Optional<String> reason(Field field) {
    Class<?> type = field.getType();
    if (!Modifier.isFinal(field.getModifiers())) {
      return Optional.of("it is not final");
    }
    if (type.isArray()) {
      return Modifier.isPrivate(field.getModifiers())
          ? Optional.empty()
          : Optional.of("others can change the elements of an array that is not private");
    }
    return isMadeToChange(type)
        ? Optional.of("a " + type.getSimpleName() + " is made to change")
        : Optional.empty();
  }

  private static boolean isMadeToChange(Class<?> type) {
    if (CONSTANT_COLLECTIONS.contains(type) || type.isEnum()) {
      return false;
    }
    return PACKAGES_MADE_TO_CHANGE.contains(type.getPackageName())
        || MADE_TO_CHANGE.stream().anyMatch(kind -> kind.isAssignableFrom(type));
  }
}
