import { openWorkbench } from './test/host/workbench';
import { runCommand, screenshot } from './test/host/browser';
const themes={light:'Light Modern',dark:'Dark Modern',hc:'Default High Contrast',hcl:'Default High Contrast Light'} as Record<string,string>;
const only=process.argv[2]?.split(',') ?? Object.keys(themes);
async function main(){
 for (const t of only) {
  const w=await openWorkbench({vsix:'dist/corroborate.vsix',host:'newest',openFile:'sources/minister-interview-2007.txt',viewport:{width:1200,height:900},settings:{'workbench.colorTheme':themes[t]}});
  const {page}=w;
  try {
   await runCommand(page,'Corroborate: Focus on Entities View');
   await page.locator('.pane-body .monaco-list-row').first().waitFor();
   await page.waitForTimeout(1500);
   await page.keyboard.press('ArrowDown'); await page.keyboard.press('ArrowRight'); await page.waitForTimeout(500);
   await page.keyboard.press('ArrowDown'); await page.keyboard.press('ArrowDown'); await page.keyboard.press('ArrowRight'); await page.waitForTimeout(400);
   await page.keyboard.press('ArrowRight'); await page.keyboard.press('ArrowRight'); await page.waitForTimeout(400);
   await runCommand(page,'Corroborate: Focus on Open Work View');
   await page.waitForTimeout(800);
   await page.keyboard.press('ArrowDown'); await page.keyboard.press('ArrowRight'); await page.waitForTimeout(300);
   await page.keyboard.press('ArrowRight');await page.keyboard.press('ArrowRight'); await page.waitForTimeout(500);
   await screenshot(page,`/tmp/h/sb-${t}.png`);
   if (t==='light') {
    await runCommand(page,'Get Started with Corroborate').catch(()=>undefined);
   }
  } catch(e){ console.log(String(e)); await screenshot(page,`/tmp/h/sb-${t}.png`);} finally { await w.close(); }
 }
}
main().then(()=>process.exit(0),e=>{console.error(e);process.exit(1)});
