package io.smartchat.llm.builtin;

/** What is said when the documents hold no answer, or perhaps none, in the visitor's language. */
final class DontKnow {

    private DontKnow() {}

    static String in(Language language) {
        return switch (language) {
            case ENGLISH ->
                "I'm sorry, I don't know: I found no answer to that in the documents I have. Could you put the question"
                        + " another way?";
            case GERMAN ->
                "Das weiß ich leider nicht: In den Unterlagen, die ich habe, steht dazu keine Antwort. Magst du die Frage"
                        + " anders stellen?";
            case SPANISH ->
                "Lo siento, no lo sé: no encuentro la respuesta en los documentos que tengo. ¿Podría preguntarlo de otra"
                        + " manera?";
            case FRENCH ->
                "Désolé, je ne sais pas : je n'ai pas trouvé de réponse dans les documents dont je dispose."
                        + " Pourriez-vous poser la question autrement ?";
            case ARABIC ->
                "عذرًا، لا أعرف: لم أجد إجابة عن ذلك في المستندات المتاحة لي. هل يمكنك طرح السؤال بطريقة أخرى؟";
            case CHINESE -> "抱歉，我不知道：在现有的文档中没有找到答案。您可以换一种问法吗？";
            case JAPANESE -> "申し訳ありませんが、わかりません。手元の資料に答えが見つかりませんでした。別の言い方で質問していただけますか。";
        };
    }

    /** Leads in a quotation that may miss the point. */
    static String perhaps(Language language) {
        return switch (language) {
            case ENGLISH -> "I'm not sure this answers your question; it is the closest I found:";
            case GERMAN -> "Ob das deine Frage beantwortet, weiß ich nicht sicher; am nächsten kommt:";
            case SPANISH -> "No estoy seguro de que esto responda a su pregunta; es lo más cercano que encontré:";
            case FRENCH ->
                "Je ne suis pas sûr que cela réponde à votre question ; c'est ce que j'ai trouvé de plus proche :";
            case ARABIC -> "لست متأكدًا من أن هذا يجيب عن سؤالك، لكنه أقرب ما وجدته:";
            case CHINESE -> "我不确定这是否回答了您的问题，这是我找到的最接近的内容：";
            case JAPANESE -> "ご質問の答えになるか確かではありませんが、最も近い記述は次のとおりです。";
        };
    }
}
