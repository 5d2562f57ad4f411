package io.leadpulse.intake.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCodeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "担当者からのご連絡を希望されますか？ | 希望する | contact | wanted",
        "営業からの電話を希望しますか | はい | contact | wanted",
        "連絡の希望 | 希望しない | contact | not-wanted",
        "連絡を希望しますか | 不要です | contact | not-wanted",
        "May we contact you? | Yes, please | contact | wanted",
        "Would you like to be contacted? | No | contact | not-wanted",
        "Would you like to be contacted? | Not now | contact | not-wanted",
        "Would you like to be contacted? | Perhaps | would-you-like-to-be-contacted | perhaps",
        "ご連絡先 | 希望 | ご連絡先 | 希望",
        "導入予定時期 | 1ヶ月以内 | timing | within-3-months",
        "検討の時期はいつ頃ですか | ３か月以内 | timing | within-3-months",
        "導入時期 | すぐに | timing | within-3-months",
        "導入時期 | 3〜6カ月 | timing | within-6-months",
        "導入時期 | 半年以内 | timing | within-6-months",
        "導入時期 | 1年以内 | timing | within-12-months",
        "導入時期 | 1年以上先 | 導入時期 | 1年以上先",
        "導入時期 | 未定 | 導入時期 | 未定",
        "Time frame | 1-3 months | timing | within-3-months",
        "When do you plan to buy? | More than 6 months | when-do-you-plan-to-buy | more-than-6-months",
        "How useful was it? | Very useful! | how-useful-was-it | very-useful",
        "??? | Yes | question | yes",
        "Comment | This is a long story about all that was on my mind | comment | free-text",
        "Comment | taro@example.com | comment | free-text",
        "Comment | 03-1234-5678 | comment | free-text",
        "Comment | ... | comment | free-text"
      })
  void codesQuestionAndAnswer(String question, String answer, String asked, String said) {
    assertThat(AnswerCode.of(question, answer)).isEqualTo(new AnswerCode(asked, said));
  }
}
