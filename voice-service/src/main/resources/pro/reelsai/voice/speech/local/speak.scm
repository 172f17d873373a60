;; Speaks the sentences of sentences.lisp and prints the times of their phones and tokens.
;; The data is read with (load FILE t), which parses without evaluating: a number (the speed) and strings (the sentences).
(voice_cmu_us_slt_arctic_hts)
(set! work (load "sentences.lisp" t))
(set! hts_engine_params (append hts_engine_params (list (list "-r" (car work)))))

(define (print_token token)
  (if (not (item.parent token))
      (begin
        (format t "token\n")
        (mapcar
         (lambda (word)
           (format t "word %f %f\n" (item.feat word "word_start") (item.feat word "word_end")))
         (item.daughters token)))))

(define (speak text number)
  (let ((utterance (utt.synth (eval (list 'Utterance 'Text text)))))
    (format t "utterance\n")
    (mapcar
     (lambda (segment)
       (format t "phone %s %f\n" (item.name segment) (item.feat segment "end")))
     (utt.relation.items utterance 'Segment))
    (mapcar print_token (utt.relation.items utterance 'Token))
    (utt.save.wave utterance (string-append "utterance-" number ".wav") 'riff)))

(set! number 0)
(mapcar
 (lambda (text)
   (speak text number)
   (set! number (+ number 1)))
 (cdr work))
(format t "done\n")
