// npm run proof:verify -- pack.zip [--key public.pem]: needs neither network nor database.
import { runVerification } from '../run-verification.js';

process.exitCode = runVerification(process.argv.slice(2), { folder: process.env.INIT_CWD ?? process.cwd(), print: console.log });
