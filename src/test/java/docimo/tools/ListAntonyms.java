package docimo.tools;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Lists the antonyms of WordNet and writes the table that ships as {@code models/antonyms.tsv}.
 * Reads the files {@code data.*} of a WordNet database, whose format its page wndb(5WN) describes.
 */
public final class ListAntonyms {

  private static final String ANTONYM = "!";
  private static final Map<String, String> FILES =
      Map.of("n", "data.noun", "v", "data.verb", "a", "data.adj", "r", "data.adv");
  private static final int HEXADECIMAL = 16;
  private static final int WORDS = 4;
  private static final int POINTER = 4;

  /** Prepositions and numbers of things are not in WordNet; these were listed by hand. */
  private static final List<List<String>> OURS =
      List.of(
          List.of("after", "before"),
          List.of("with", "without"),
          List.of("over", "under"),
          List.of("all", "none"),
          List.of("both", "neither"),
          List.of("everything", "nothing"));

  /** The licence of WordNet asks that its notice be on every copy. */
  private static final String NOTICE =
      """
      This software and database is being provided to you, the LICENSEE, by
      Princeton University under the following license. By obtaining, using
      and/or copying this software and database, you agree that you have
      read, understood, and will comply with these terms and conditions.:
      Permission to use, copy, modify and distribute this software and
      database and its documentation for any purpose and without fee or
      royalty is hereby granted, provided that you agree to comply with
      the following copyright notice and statements, including the disclaimer,
      and that the same appear on ALL copies of the software, database and
      documentation, including modifications that you make for internal
      use or for distribution.
      WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved.
      THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON
      UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR
      IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON
      UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANT-
      ABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE
      OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT
      INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR
      OTHER RIGHTS.
      The name of Princeton University or Princeton may not be used in
      advertising or publicity pertaining to distribution of the software
      and/or database. Title to copyright in this software, database and
      any associated documentation shall at all times remain with
      Princeton University and LICENSEE agrees to preserve same.
      """;

  private ListAntonyms() {}

  /**
   * A set of words that mean the same.
   *
   * @param words in the order of the file
   * @param pointers symbol, offset, part of speech and the numbers of the two words
   */
  private record Synset(List<String> words, List<List<String>> pointers) {}

  /**
   * @param args the table to write, then the folder of the database
   */
  public static void main(String[] args) throws IOException {
    Map<String, Synset> synsets = new HashMap<>();
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      read(Path.of(args[1], file.getValue()), file.getKey(), synsets);
    }
    SortedMap<String, SortedSet<String>> antonyms = new TreeMap<>();
    OURS.forEach(pair -> add(antonyms, pair.get(0), pair.get(1)));
    for (Synset synset : synsets.values()) {
      for (List<String> pointer : synset.pointers()) {
        if (pointer.get(0).equals(ANTONYM)) {
          Synset other = synsets.getOrDefault(pointer.get(2) + pointer.get(1), synset);
          add(
              antonyms,
              word(synset, pointer.get(3).substring(0, 2)),
              word(other, pointer.get(3).substring(2)));
        }
      }
    }
    write(Path.of(args[0]), antonyms);
  }

  private static void read(Path file, String part, Map<String, Synset> synsets) throws IOException {
    for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      if (!line.startsWith(" ")) {
        String[] fields = line.split(" ");
        int words = Integer.parseInt(fields[WORDS - 1], HEXADECIMAL);
        int count = WORDS + 2 * words;
        int pointers = Integer.parseInt(fields[count]);
        synsets.put(
            part + fields[0],
            new Synset(
                IntStream.range(0, words).mapToObj(i -> fields[WORDS + 2 * i]).toList(),
                IntStream.range(0, pointers)
                    .map(i -> count + 1 + POINTER * i)
                    .mapToObj(at -> List.of(fields).subList(at, at + POINTER))
                    .toList()));
      }
    }
  }

  private static String word(Synset synset, String number) {
    return synset
        .words()
        .get(Integer.parseInt(number, HEXADECIMAL) - 1)
        .replaceFirst("\\(.*", "")
        .toLowerCase(Locale.ROOT);
  }

  /** Each pair once, under the word that comes first. Several words in one are left out. */
  private static void add(SortedMap<String, SortedSet<String>> antonyms, String one, String other) {
    List<String> pair = new ArrayList<>(List.of(one, other));
    pair.sort(null);
    if (!one.equals(other) && pair.stream().noneMatch(word -> word.contains("_"))) {
      antonyms.computeIfAbsent(pair.get(0), word -> new TreeSet<>()).add(pair.get(1));
    }
  }

  private static void write(Path table, SortedMap<String, SortedSet<String>> antonyms)
      throws IOException {
    try (PrintWriter out = new PrintWriter(table.toFile(), StandardCharsets.UTF_8)) {
      out.print("# Words and their opposites, listed as models/README.md says, from WordNet.\n");
      NOTICE.lines().forEach(line -> out.print("# " + line + "\n"));
      antonyms.forEach((word, all) -> out.print(word + "\t" + String.join("\t", all) + "\n"));
    }
  }
}
