// fires: no-undeclared-package
// Installed, but only because mongoose brings it along.
import kareem from 'kareem';

export const planted = kareem;
