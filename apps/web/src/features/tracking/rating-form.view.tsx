import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rate } from '../../api/contract.types';
import { Field } from '../../ui/field.view';
import { Icon } from '../../ui/icon.view';
import { ErrorNotice } from '../../ui/notice.view';

const STARS = [1, 2, 3, 4, 5] as const;
const COMMENT_MAX = 2_000;

/** Three taps: contacted, solved, stars. "Not solved" asks why, because the owner has to know what to do. */
export function RatingForm({
  busy,
  error,
  onRate,
}: {
  readonly busy: boolean;
  readonly error: unknown;
  readonly onRate: (rate: Rate) => void;
}) {
  const { t } = useTranslation();
  const [contacted, setContacted] = useState<boolean>();
  const [solved, setSolved] = useState<boolean>();
  const [satisfaction, setSatisfaction] = useState<number>();
  const [comment, setComment] = useState('');
  const [checked, setChecked] = useState(false);
  const complete = contacted !== undefined && solved !== undefined && satisfaction !== undefined;
  const reasonMissing = solved === false && comment.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!complete || reasonMissing) return;
    const written = comment.trim();
    onRate({ contacted, solved, satisfaction, ...(written === '' ? {} : { comment: written }) });
  };
  const words = t('rate.stars', { returnObjects: true });
  return (
    <form className="rating" onSubmit={submit} noValidate>
      <fieldset disabled={busy}>
        <Choice
          legend={t('rate.contacted')}
          name="contacted"
          value={contacted}
          yes={t('rate.contactedYes')}
          no={t('rate.contactedNo')}
          onChange={setContacted}
        />
        <Choice
          legend={t('rate.solved')}
          name="solved"
          value={solved}
          yes={t('rate.solvedYes')}
          no={t('rate.solvedNo')}
          onChange={setSolved}
        />
        <fieldset className="stars">
          <legend>{t('rate.satisfaction')}</legend>
          <div>
            {STARS.map((star) => (
              <label key={star} className={satisfaction && star <= satisfaction ? 'star star-on' : 'star'}>
                <input
                  type="radio"
                  name="satisfaction"
                  className="visually-hidden"
                  checked={satisfaction === star}
                  onChange={() => setSatisfaction(star)}
                  aria-label={t('rate.star', { count: star, word: words[star - 1] ?? '' })}
                />
                <Icon name="star" size={34} filled={Boolean(satisfaction && star <= satisfaction)} />
              </label>
            ))}
          </div>
          <p className="stars-word" aria-live="polite">
            {satisfaction ? words[satisfaction - 1] : ' '}
          </p>
        </fieldset>
        {(solved === false || complete) && (
          <Field
            label={t(solved === false ? 'rate.reason' : 'rate.comment')}
            optional={solved !== false}
            hint={solved === false ? t('rate.reasonHint') : undefined}
            fault={checked && reasonMissing ? t('rate.reasonMissing') : undefined}
          >
            {(control) => (
              <textarea
                {...control}
                rows={3}
                maxLength={COMMENT_MAX}
                value={comment}
                onChange={(event) => setComment(event.target.value)}
              />
            )}
          </Field>
        )}
      </fieldset>
      {checked && !complete && (
        <p className="field-fault" role="alert">
          {t('rate.missing')}
        </p>
      )}
      {error !== null && error !== undefined && <ErrorNotice error={error} />}
      <button type="submit" className="button button-main" disabled={busy}>
        {t(busy ? 'action.sending' : solved === false ? 'rate.submitRedo' : 'rate.submit')}
      </button>
    </form>
  );
}

function Choice(props: {
  readonly legend: string;
  readonly name: string;
  readonly value: boolean | undefined;
  readonly yes: string;
  readonly no: string;
  readonly onChange: (value: boolean) => void;
}) {
  return (
    <fieldset className="choice">
      <legend>{props.legend}</legend>
      <div>
        {[true, false].map((option) => (
          <label key={String(option)} className={props.value === option ? 'choice-on' : ''}>
            <input
              type="radio"
              name={props.name}
              className="visually-hidden"
              checked={props.value === option}
              onChange={() => props.onChange(option)}
            />
            {option ? props.yes : props.no}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
