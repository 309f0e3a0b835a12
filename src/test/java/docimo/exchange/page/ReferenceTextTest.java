package docimo.exchange.page;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.exchange.RandomText;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReferenceTextTest {

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void reducingTwiceChangesNothing(int seed) {
    RandomText random = new RandomText(seed);
    for (int time = 0; time < 50; time++) {
      String written = random.text(25);
      String once = ReferenceText.plain(written);
      assertThat(ReferenceText.plain(once)).as(written).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f(x) = max(0,x)",
        "use restore_best_weights",
        "call __init__ and __call__ first",
        "obj.__init__(self)",
        "*args and **kwargs",
        "a*b*c inside a word",
        "2*x and 3*y",
        "List<String> and Map<K, V>",
        "x < y and y > z",
        "if a<b and c>d then",
        "1986. A great year",
        "C# and F#",
        "a[i](j)",
        "#include <stdio.h>",
        "x² costs 5 € – \"naïve\" İstanbul",
        "- one\n- two\n  - nested\n    - deeper\n\nafter",
        "1. one\n  - below\n    1. deep\n2. two",
        "```\nif (x < 1) {\n    y *= 2;\n\n}\n```"
      })
  void plainTextCodeAndFormulasStayAsTheyAre(String text) {
    assertThat(ReferenceText.plain(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "**Bold** and _slanted_=Bold and slanted",
        "see [the docs](https://example.org/a)=see the docs",
        "an ![image](a.png) here=an here",
        "`x` is code=x is code",
        "use `<b>` here=use `<b>` here",
        "use &lt;b&gt; here=use `<b>` here",
        "a <b>bold</b> <i>word</i>=a bold word",
        "5 &lt; 6 &amp; so on=5 < 6 & so on",
        "10<sup>-3</sup> m=10^-3 m",
        "the 1<sup>st</sup> one=the 1st one",
        "## Types=Types:",
        "### Why?=Why?",
        "~~old~~ new=old new",
        "gone <!-- a note --> kept=gone kept",
        "* star=- star",
        "3) three=3. three"
      })
  void markupIsReducedToItsText(String written, String plain) {
    assertThat(ReferenceText.plain(written)).isEqualTo(plain);
  }

  @Test
  void wrappedLinesAreJoinedAndParagraphsKept() {
    assertThat(ReferenceText.plain("one\ntwo\r\nthree\n\n\nfour\0"))
        .isEqualTo("one two three\n\nfour");
  }

  @Test
  void proseAfterAListIsNoPartOfItsLastItem() {
    assertThat(ReferenceText.plain("- one.\n- two.\nThen comes prose.\nNOTE- and a note."))
        .isEqualTo("- one.\n- two.\n\nThen comes prose.\n\nNOTE- and a note.");
  }

  @Test
  void wrappedItemsStayWhole() {
    assertThat(ReferenceText.plain("- one goes\non here\n- two.\n  More of two.\n\n  And more."))
        .isEqualTo("- one goes on here\n- two. More of two. And more.");
  }

  @Test
  void itemsBelowNumbersMayBeIndentedByTwo() {
    assertThat(ReferenceText.plain("1. a\n  * b\n  * c\n2. d"))
        .isEqualTo("1. a\n  - b\n  - c\n2. d");
  }

  @Test
  void tableRowsBecomeItems() {
    assertThat(ReferenceText.plain("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | |"))
        .isEqualTo("- a: 1; b: 2\n- a: 3");
  }

  @Test
  void htmlListsAndBreaksBecomeLines() {
    assertThat(
            ReferenceText.plain(
                "One:<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><p>d<br>e</p>"))
        .isEqualTo("One:\n\n- a\n  - b\n- c\n\nd\n\ne");
  }

  @Test
  void codeIsKeptLetterByLetter() {
    assertThat(ReferenceText.plain("Run:\n```python\ndef f(*a):\n\treturn  a\n```\ndone"))
        .isEqualTo("Run:\n\n```\ndef f(*a):\n\treturn  a\n```\n\ndone");
  }

  @Test
  void rulerAfterAListIsNoHeading() {
    assertThat(ReferenceText.plain("- one\n- two\n-----\nafter"))
        .isEqualTo("- one\n- two\n\nafter");
  }

  @Test
  void linesOfFormulasStayLines() {
    assertThat(ReferenceText.plain("g(t)= 2t, t<1\ng(t)= t, t>=1"))
        .isEqualTo("g(t)= 2t, t<1\n\ng(t)= t, t>=1");
  }
}
