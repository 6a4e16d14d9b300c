/** What a hidden reporter gives, which nobody may find anywhere. */
export const HIDDEN = { name: '隐名甲', phone: '13700001111', email: 'hidden-reporter@example.org' };
